import type { Samples } from '../contract-samples.ts'
import { emails } from './kind.ts'

const ana = { value: 'ana@example.com', primary: true }

export const samples: Samples = {
  declaration: emails(),
  good: [
    ['Ana@example.com', [ana]],
    [
      ['ben@example.com', { value: 'zoe@example.com', kind: 'work', primary: true, state: 'valid' }],
      [
        { value: 'zoe@example.com', kind: 'work', state: 'valid', primary: true },
        { value: 'ben@example.com', primary: false },
      ],
    ],
    [
      [
        { value: 'cy@example.com', primary: true },
        { value: 'CY@example.com', kind: 'home' },
        { value: 'di@example.com', primary: true },
      ],
      [
        { value: 'cy@example.com', kind: 'home', primary: true },
        { value: 'di@example.com', primary: false },
      ],
    ],
    [[], null],
    [[{ value: '' }], null],
  ],
  bad: [
    [['ana@example.com', 'ben'], '“ben” is not an e-mail address'],
    [{ value: 'a@example.com', state: 'dead' }, 'valid, invalid or unconfirmed'],
    [7, 'is not an e-mail address'],
    [[['ana@example.com']], 'Give e-mail addresses'],
  ],
  texts: [
    ['ana@example.com, ben@example.com', [ana, { value: 'ben@example.com', primary: false }]],
    [
      'ana@example.com (work); ben@example.com (home)',
      [
        { ...ana, kind: 'work' },
        { value: 'ben@example.com', kind: 'home', primary: false },
      ],
    ],
  ],
  shown: [
    [
      [ana, { value: 'b@example.com', primary: false }],
      'ana@example.com, b@example.com',
      'ana@example.com, b@example.com',
    ],
  ],
  faults: [[emails({ unique: true }), 'cannot be unique']],
  same: [
    ['ben@example.com', ['ana@example.com', 'Ben@Example.com'], true],
    ['ben@example.com', ['ana@example.com'], false],
    [['x@example.com', 'ana@example.com'], ['ana@example.com'], true],
  ],
}
