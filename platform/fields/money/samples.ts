import type { Samples } from '../contract-samples.ts'
import { money } from './kind.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })

export const samples: Samples = {
  declaration: money({ min: -500 }),
  good: [
    [
      { amount: 1250.5, currency: 'USD' },
      { amount: 1250.5, currency: 'USD' },
    ],
    [99, eur(99)],
    ['1250.50', eur(1250.5)],
    [{ amount: '10.10' }, eur(10.1)],
    [{ amount: 1.005_05 }, eur(1.0051)],
    [
      { amount: 999_999_999_999.99, currency: 'jpy' },
      { amount: 999_999_999_999.99, currency: 'JPY' },
    ],
    [{ amount: 0.0001 }, eur(0.0001)],
    [{ amount: null, currency: 'EUR' }, null],
    ['12 CHF', { amount: 12, currency: 'CHF' }],
  ],
  bad: [
    [{ amount: 1, currency: 'Euro' }, 'three letters, such as EUR'],
    [{ amount: 1, currency: 'XYZ' }, 'three letters'],
    ['a lot', 'is not an amount'],
    [1e12, 'up to one trillion'],
    [-501, 'at least -500'],
    [[5], 'Give an amount'],
    [true, 'Give an amount'],
  ],
  texts: [
    ['1.250,50 €', eur(1250.5), { decimal: ',' }],
    ['€1,250.50', eur(1250.5)],
    ['-$300', { amount: -300, currency: 'USD' }],
    ['(300) GBP', { amount: -300, currency: 'GBP' }],
    ['¥ 12,000', { amount: 12_000, currency: 'JPY' }],
    ['CHF 1’000.50', { amount: 1000.5, currency: 'CHF' }],
    ['R$ 5', { amount: 5, currency: 'BRL' }],
    ['1000', eur(1000)],
    ['12 zł', { amount: 12, currency: 'PLN' }],
  ],
  badTexts: [
    ['12 bucks', 'is not a currency'],
    ['EUR 5 USD', 'is not an amount'],
    ['1.250,50', 'decimal point'],
    ['none', 'is not an amount'],
  ],
  shown: [
    [eur(1250.5), '€1,250.50', '1.250,50 €'],
    [eur(1250), '€1,250', '1.250 €'],
  ],
}
