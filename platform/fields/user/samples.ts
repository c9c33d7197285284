import { another, someone } from '../contract-ids.ts'
import type { Samples } from '../contract-samples.ts'
import { user } from './kind.ts'

export const samples: Samples = {
  declaration: user(),
  good: [
    ['me', someone],
    [{ id: another.toUpperCase(), title: 'Acme' }, another],
  ],
  bad: [
    ['Acme', 'Choose a record, or give its id'],
    [1, 'Choose a record, or give its id'],
    [{ title: 'Acme' }, 'Choose a record, or give its id'],
  ],
}
