import type { Samples } from '../contract-samples.ts'
import { percent } from './kind.ts'

export const samples: Samples = {
  declaration: percent({ min: 0, max: 2 }),
  good: [
    [0.3, 0.3],
    ['30%', 0.3],
    ['0.07', 0.07],
    [0, 0],
    [1.5, 1.5],
    [0.123_456_789, 0.123_456_79],
    ['28.6 %', 0.286],
  ],
  bad: [
    ['a third', 'Give a percentage such as 30%'],
    [3, 'at most 200%'],
    [-0.1, 'at least 0%'],
    [{}, 'Give a percentage'],
  ],
  texts: [
    ['30', 0.3],
    ['7%', 0.07],
    ['12,5 %', 0.125, { decimal: ',' }],
  ],
  badTexts: [['most', 'is not a number']],
  shown: [[0.125, '12.5%', '12,5 %']],
  faults: [[percent({ min: 1, max: 0 }), 'min above its max']],
}
