import type { Samples } from '../contract-samples.ts'
import { choice } from './kind.ts'

export const samples: Samples = {
  declaration: choice([
    'price',
    'no_need',
    { value: 'vip', label: 'Very important', color: 'red' },
    { value: 'old', retired: true },
  ]),
  good: [
    ['price', 'price'],
    ['No need', 'no_need'],
    [' very IMPORTANT ', 'vip'],
    ['old', 'old'],
  ],
  bad: [
    ['size', 'Choose Price, No need or Very important.'],
    [1, 'Choose Price'],
    [['price'], 'Choose Price'],
  ],
  texts: [['no need', 'no_need']],
  shown: [['no_need', 'No need', 'No need']],
  faults: [
    [choice([]), 'needs a list of choices'],
    [choice(['a', { value: 'b', label: 'A' }]), 'two choices that are called “a”'],
    [choice(['a;b']), 'no semicolons'],
    [choice([' a']), 'no spaces around it'],
  ],
}
