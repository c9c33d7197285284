import type { Samples } from '../contract-samples.ts'
import { tags } from './kind.ts'

export const samples: Samples = {
  declaration: tags(),
  good: [
    [
      ['Key account', 'key ACCOUNT', ' vip '],
      ['Key account', 'vip'],
    ],
    ['one, two; three', ['one', 'two', 'three']],
    [
      ['a "b"', '{c}', 'd\\e'],
      ['a "b"', '{c}', 'd\\e'],
    ],
    [[], null],
    [['', ' '], null],
  ],
  bad: [
    [['x'.repeat(61)], 'at most 60 characters'],
    [Array.from({ length: 51 }, (_, at) => `t${at}`), 'at most 50 tags'],
    [[{}], 'Give a list of words'],
    [true, 'Give a list of words'],
  ],
  texts: [['a; b', ['a', 'b']]],
  shown: [[['a', 'b'], 'a, b', 'a, b']],
  faults: [[tags({ unique: true }), 'cannot be unique']],
}
