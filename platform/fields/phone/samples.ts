import type { Samples } from '../contract-samples.ts'
import { phone } from './kind.ts'

export const samples: Samples = {
  declaration: phone(),
  good: [
    ['030 / 12 34 56', '+4930123456'],
    ['+1 (212) 555-0100', '+12125550100'],
    ['0044 20 7946 0018', '+442079460018'],
    ['0171 1234567', '+491711234567'],
    ['030 654321 ext. 12', '+4930654321;ext=12'],
    ['tel:+63-2-8123-4567', '+63281234567'],
  ],
  bad: [
    ['call me', 'is not a phone number; give it with its country, such as +49 30 123456'],
    ['12', 'is not a phone number'],
    ['+49', 'is not a phone number'],
    ['+999 123456789', 'is not a phone number'],
    ['1-800-FLOWERS', 'is not a phone number'],
    [{}, 'Give a phone number'],
  ],
  shown: [['+4930123456', '+49 30 123456', '+49 30 123456']],
  same: [
    ['0171 1234567', '+49 171 1234567', true],
    ['0171 1234568', '+49 171 1234567', false],
  ],
}
