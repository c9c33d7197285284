import { reader } from '#platform/web/language/reader.ts'

const usual = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'JPY',
  'CNY',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'CAD',
  'AUD',
  'INR',
]

/** The workspace's currency first, the usual ones next, then all others. */
export function currencies(current: string): string[] {
  return [...new Set([reader().currency, current, ...usual, ...Intl.supportedValuesOf('currency')])]
}
