import { another, someone } from '../contract-ids.ts'
import type { Samples } from '../contract-samples.ts'
import { team } from './kind.ts'

export const samples: Samples = {
  declaration: team(),
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
