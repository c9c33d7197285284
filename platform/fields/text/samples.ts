import type { Samples } from '../contract-samples.ts'
import { text } from './kind.ts'

export const samples: Samples = {
  declaration: text({ max: 20 }),
  good: [
    ['Acme', 'Acme'],
    ['  two\n lines ', 'two  lines'],
    [42, '42'],
    ['Łódź 🚀', 'Łódź 🚀'],
    ['a\u0000b', 'ab'],
    ['broken \ud800 half', 'broken \ufffd half'],
  ],
  bad: [
    ['x'.repeat(21), 'at most 20 characters; this has 21'],
    [true, 'Give a text'],
    [{ a: 1 }, 'Give a text'],
    [['a'], 'Give a text'],
  ],
  faults: [
    [text({ max: 0 }), 'max of 1 to 10000'],
    [text({ max: 2000, indexed: true }), 'at most 600'],
  ],
  same: [
    ['MÜLLER', 'Muller', true],
    ['Mueller', 'Müller', false],
  ],
}
