import type { Samples } from '../contract-samples.ts'
import { duration } from './kind.ts'

export const samples: Samples = {
  declaration: duration(),
  good: [
    [5400, 5400],
    ['1:30:30', 5430],
    ['90', 90],
    [0, 0],
    [59.6, 60],
    ['2 h', 7200],
    ['P1DT2H', 93_600],
    [2_147_483_647, 2_147_483_647],
  ],
  bad: [
    ['a while', 'is not a duration'],
    [-1, 'cannot be negative'],
    [3e9, '68 years'],
    ['1:75', 'is not a duration'],
    [[], 'Give a duration'],
  ],
  texts: [
    ['1:30', 5400],
    ['90 min', 5400],
    ['1,5 Std.', 5400],
    ['1h30m', 5400],
    ['2 days 3 hours', 183_600],
    ['PT45S', 45],
  ],
  badTexts: [['3 moons', 'is not a duration']],
  shown: [[5430, '1 hr 30 min 30 sec', '1 Std. 30 Min. 30 Sek.']],
}
