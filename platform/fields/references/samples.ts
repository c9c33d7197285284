import { another, someone } from '../contract-ids.ts'
import type { Samples } from '../contract-samples.ts'
import { references } from './kind.ts'

export const samples: Samples = {
  declaration: references('target'),
  good: [
    [
      [another, someone],
      [another, someone],
    ],
    [{ id: someone, title: 'Acme' }, [someone]],
    [
      [{ id: someone, title: null }, another, someone],
      [someone, another],
    ],
    [[], null],
  ],
  bad: [
    [['Acme'], 'Choose a record, or give its id'],
    [7, 'Choose a record'],
  ],
  texts: [[`${someone}; ${another}`, [someone, another]]],
  faults: [[references('target', { unique: true }), 'cannot be unique']],
}
