import type { Samples } from '../contract-samples.ts'
import { longText } from './kind.ts'

export const samples: Samples = {
  declaration: longText({ max: 100 }),
  good: [
    ['one\r\ntwo', 'one\ntwo'],
    ['  spaces around  ', 'spaces around'],
    ['a; b, "c"', 'a; b, "c"'],
    [7, '7'],
  ],
  bad: [
    ['x'.repeat(101), 'at most 100 characters'],
    [false, 'Give a text'],
    [[], 'Give a text'],
  ],
  shown: [['one\ntwo', 'one two', 'one two']],
  faults: [[longText({ unique: true }), 'cannot be unique']],
}
