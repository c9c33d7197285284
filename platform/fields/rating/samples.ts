import type { Samples } from '../contract-samples.ts'
import { rating } from './kind.ts'

export const samples: Samples = {
  declaration: rating({ max: 6 }),
  good: [
    [1, 1],
    ['4', 4],
    [6, 6],
  ],
  bad: [
    [0, 'from 1 to 6'],
    [7, 'from 1 to 6'],
    [3.5, 'from 1 to 6'],
    ['good', 'from 1 to 6'],
  ],
  texts: [
    ['★★★☆☆', 3],
    ['4/6', 4],
    ['5.0', 5],
  ],
  badTexts: [['fine', 'is not a rating']],
  shown: [[4, '★★★★☆☆', '★★★★☆☆']],
  faults: [[rating({ max: 11 }), 'max of 2 to 10']],
}
