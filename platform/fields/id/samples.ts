import { another, someone } from '../contract-ids.ts'
import type { Samples } from '../contract-samples.ts'
import { id } from './kind.ts'

export const samples: Samples = {
  declaration: id(),
  good: [
    [someone, someone],
    [another.toUpperCase(), another],
  ],
  bad: [
    ['12', 'Give an id'],
    [{}, 'Give an id'],
  ],
}
