import type { Samples } from '../contract-samples.ts'
import { json } from './kind.ts'

const nested = (depth: number): any => (depth === 0 ? 1 : [nested(depth - 1)])

export const samples: Samples = {
  declaration: json(),
  good: [
    [{ a: [1, 'two', null, { b: true }] }, { a: [1, 'two', null, { b: true }] }],
    ['a text', 'a text'],
    [false, false],
    [[], []],
    [{ 'a\u0000': 'x\u0000\ud800' }, { a: 'x\ufffd' }],
    [12.5, 12.5],
  ],
  bad: [
    ['x'.repeat(100_001), 'at most 100 kB'],
    [nested(70), 'levels deep'],
  ],
  texts: [['{"a": 1}', { a: 1 }]],
  badTexts: [['{a}', 'This is not JSON']],
  faults: [[json({ unique: true }), 'cannot be unique']],
}
