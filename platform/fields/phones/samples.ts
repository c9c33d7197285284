import type { Samples } from '../contract-samples.ts'
import { phones } from './kind.ts'

export const samples: Samples = {
  declaration: phones(),
  good: [
    ['030 123456', [{ value: '+4930123456', primary: true }]],
    [
      [
        { value: '030 654321;ext=12', kind: 'work' },
        { value: '+1 212 555 0100', kind: 'mobile', primary: true },
      ],
      [
        { value: '+12125550100', kind: 'mobile', primary: true },
        { value: '+4930654321;ext=12', kind: 'work', primary: false },
      ],
    ],
    [['030 111222', '+49 30 111222'], [{ value: '+4930111222', primary: true }]],
    [[], null],
  ],
  bad: [
    [['030 123456', 'none'], '“none” is not a phone number'],
    [true, 'Give phone numbers'],
    [{ value: '030 123456', state: 'valid' }, 'Give phone numbers'],
  ],
  texts: [
    [
      '(030) 123456 (home); +1 212 555 0100',
      [
        { value: '+4930123456', kind: 'home', primary: true },
        { value: '+12125550100', primary: false },
      ],
    ],
  ],
  shown: [[[{ value: '+4930123456', primary: true }], '+49 30 123456', '+49 30 123456']],
  faults: [[phones({ unique: true }), 'cannot be unique']],
  same: [
    ['0171 1234567', ['030 123456', '+49 171 1234567'], true],
    ['0171 1234567', ['030 123456'], false],
  ],
}
