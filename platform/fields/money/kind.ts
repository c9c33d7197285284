import type { Field, FieldOptions } from '#platform/objects/field.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import { isBlank } from '../clean-text.ts'
import { numberOf, roundTo, shiftText, withinRange } from '../decimal.ts'
import { Unfit, type Kind } from '../kind.ts'
import { numberFormat } from '../number-format.ts'
import { readAmount } from './read-amount.ts'

/** An amount in major units (1250.5 = 1,250.50), exact to the cent below 10^12, with its ISO 4217 currency. */
export interface Money {
  readonly amount: number
  readonly currency: string
  /** Its value in the workspace's base currency, answered where that is another one. Never written. */
  readonly base?: number
}

interface MoneyOptions extends FieldOptions {
  readonly min?: number
}

/** An amount of money. Sums, filters and sorts use its value in the workspace's base currency. */
export const money = (options: MoneyOptions = {}): Field<Money> => ({ ...options, kind: 'money' })

/** Prices of small things have parts of a cent. */
const decimals = 4

export const moneyKind: Kind<Money, MoneyOptions> = {
  name: 'money',
  label: 'Money',
  icon: 'coins',
  family: 'number',
  parts: { amount: 'number', currency: 'choice' },
  parse(input, field, context) {
    const given = membersOf(input)
    if (isBlank(given['amount'])) return null
    const amount = numberOf(given['amount']!, 'Give an amount such as 1250.50.')
    if (Math.abs(amount) >= 1e12) throw new Unfit('Amounts go up to one trillion.', 'too_large')
    const currency = currencyCode(isBlank(given['currency']) ? context.currency : given['currency']!)
    return { amount: withinRange(roundTo(amount, decimals), field.options), currency }
  },
  fromText: (text, _field, format) => (isBlank(text) ? null : readAmount(text, format)),
  toText: ({ amount, currency }) => `${shiftText(amount, 0)} ${currency}`,
  format({ amount, currency }, _field, { locale }) {
    const digits = Number.isInteger(amount)
      ? { maximumFractionDigits: 0 }
      : { maximumFractionDigits: decimals }
    return numberFormat(locale, { style: 'currency', currency, ...digits }).format(amount)
  },
  scalar: (value) => value.base ?? value.amount,
  schema: () => schema(['amount', 'currency'], { base: { type: 'number' } }),
  writeSchema: () => ({ anyOf: [schema(['amount']), { type: 'number' }] }),
}

/** `{ amount, currency }`, a bare amount, or a text such as `1250.50 EUR`. */
function membersOf(input: Json): JsonObject {
  if (typeof input === 'string' && !isBlank(input)) return readAmount(input, { decimal: '.' })
  return typeof input === 'object' && input !== null && !Array.isArray(input)
    ? (input as JsonObject)
    : { amount: input }
}

const known = new Set(Intl.supportedValuesOf('currency'))

function currencyCode(given: Json): string {
  const code = typeof given === 'string' ? given.trim().toUpperCase() : ''
  if (!known.has(code)) throw new Unfit('Give a currency as three letters, such as EUR.', 'currency')
  return code
}

const schema = (required: readonly string[], further: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties: { amount: { type: 'number' }, currency: { type: 'string', pattern: '^[A-Z]{3}$' }, ...further },
  required,
  additionalProperties: false,
})
