import type { Samples } from '../contract-samples.ts'
import { choices } from './kind.ts'

export const samples: Samples = {
  declaration: choices(['mail', 'phone', { value: 'yes', label: 'Yes, gladly' }]),
  good: [
    [
      ['phone', 'mail', 'Phone'],
      ['mail', 'phone'],
    ],
    ['phone', ['phone']],
    [
      ['yes', 'mail'],
      ['mail', 'yes'],
    ],
    ['mail; phone; yes', ['mail', 'phone', 'yes']],
    [[], null],
  ],
  bad: [
    [['fax'], 'Choose from Mail, Phone or Yes, gladly.'],
    [{}, 'Choose from'],
    [[1], 'Choose from'],
  ],
  texts: [
    ['Yes, gladly', ['yes']],
    ['Phone, Mail', ['mail', 'phone']],
    ['Yes, gladly; Phone', ['phone', 'yes']],
  ],
  shown: [[['mail', 'yes'], 'Mail, Yes, gladly', 'Mail, Yes, gladly']],
  faults: [
    [choices([]), 'needs a list of choices'],
    [choices(['a'], { unique: true }), 'cannot be unique'],
  ],
}
