import type { Samples } from '../contract-samples.ts'
import { address } from './kind.ts'

export const samples: Samples = {
  declaration: address(),
  good: [
    [
      { street: 'Hauptstraße 1', postal_code: '10115', city: 'Berlin', country: 'Deutschland' },
      { street: 'Hauptstraße 1', postal_code: '10115', city: 'Berlin', country: 'DE' },
    ],
    [
      { city: 'Austin', region: 'TX', country: 'United States' },
      { city: 'Austin', region: 'TX', country: 'US' },
    ],
    [{ country: 'Philippines', street: null }, { country: 'PH' }],
    [{ street: 'A; B\nC' }, { street: 'A, B C' }],
    [{ city: '', country: ' ' }, null],
    [{ city: 'Berlin, ,' }, { city: 'Berlin' }],
    [
      { postal_code: 1010, country: 'Österreich' },
      { postal_code: '1010', country: 'AT' },
    ],
    [{ country: 'Côte d’Ivoire' }, { country: 'CI' }],
    [
      { country: 'Vereinigte Staaten', city: 'Reno' },
      { city: 'Reno', country: 'US' },
    ],
    [{ country: 'uk' }, { country: 'GB' }],
    [{ country: 'The Netherlands' }, { country: 'NL' }],
  ],
  bad: [
    [{ country: 'Atlantis' }, '“Atlantis” is not a country'],
    [{ zip: '10115' }, 'has no “zip”'],
    ['Berlin', 'street, postal_code, city, region and country'],
    [{ city: { name: 'x' } }, 'street, postal_code'],
    [{ city: 'x'.repeat(201) }, 'at most 200'],
  ],
  texts: [
    ['Main St 1', { street: 'Main St 1' }],
    [
      'Hauptstraße 1; 10115; Berlin; ; Germany',
      { street: 'Hauptstraße 1', postal_code: '10115', city: 'Berlin', country: 'DE' },
    ],
  ],
  badTexts: [['a; b', 'street; postal code; city; region; country']],
  shown: [
    [
      { street: 'Hauptstraße 1', postal_code: '10115', city: 'Berlin', country: 'DE' },
      'Hauptstraße 1, 10115 Berlin, Germany',
      'Hauptstraße 1, 10115 Berlin, Deutschland',
    ],
    [
      { street: '1 Main St', city: 'Austin', region: 'TX', postal_code: '73301', country: 'US' },
      '1 Main St, Austin, TX 73301, United States',
      '1 Main St, Austin, TX 73301, Vereinigte Staaten',
    ],
  ],
  faults: [[address({ unique: true }), 'cannot be unique']],
}
