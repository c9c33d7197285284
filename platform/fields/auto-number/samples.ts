import type { Samples } from '../contract-samples.ts'
import { autoNumber } from './kind.ts'

export const samples: Samples = {
  declaration: autoNumber({ prefix: "Q'-", digits: 5, start: 42 }),
  good: [
    ["Q'-00042", "Q'-00042"],
    [7, '7'],
  ],
  bad: [
    ['x'.repeat(61), 'at most 60'],
    [{}, 'Give a text'],
  ],
  faults: [
    [autoNumber({ digits: 13 }), '1 to 12 digits'],
    [autoNumber({ start: -1 }), 'start at 0'],
    [autoNumber({ prefix: ' Q' }), 'prefix'],
  ],
}
