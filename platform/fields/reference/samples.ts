import { another, someone } from '../contract-ids.ts'
import type { Samples } from '../contract-samples.ts'
import { reference } from './kind.ts'

export const samples: Samples = {
  declaration: reference('target'),
  good: [
    [someone, someone],
    [{ id: another.toUpperCase(), title: 'Acme' }, another],
  ],
  bad: [
    ['Acme', 'Choose a record, or give its id'],
    [1, 'Choose a record, or give its id'],
    [{ title: 'Acme' }, 'Choose a record, or give its id'],
  ],
}
