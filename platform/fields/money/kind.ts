import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { Unfit, type Kind } from '../kind.ts'

/** An amount in major units (1250.5 = 1,250.50), exact to the cent below 10^12, with its ISO 4217 currency. */
export interface Money {
  readonly amount: number
  readonly currency: string
}

interface MoneyOptions extends FieldOptions {
  readonly min?: number
}

/** An amount of money. Sums, filters and sorts use its value in the workspace's base currency. */
export const money = (options: MoneyOptions = {}): Field<Money> => ({ ...options, kind: 'money' })

export const moneyKind: Kind<Money, MoneyOptions> = {
  name: 'money',
  label: 'Money',
  icon: 'coins',
  family: 'number',
  parts: { amount: 'number', currency: 'choice' },
  parse(input, field, context) {
    if (input === null || input === '') return null
    const given = typeof input === 'object' && 'amount' in input ? input : { amount: input as never }
    const amount = typeof given['amount'] === 'string' ? Number(given['amount']) : given['amount']
    const currency = 'currency' in given && given['currency'] !== null ? given['currency'] : context.currency
    if (amount === null) return null
    if (typeof amount !== 'number' || !Number.isFinite(amount)) throw new Unfit('Give an amount such as 1250.50.')
    if (Math.abs(amount) >= 1e12) throw new Unfit('Amounts go up to one trillion.', 'too_large')
    if (typeof currency !== 'string' || !isCurrency(currency)) {
      throw new Unfit('Give a currency as three letters, such as EUR.', 'currency')
    }
    const least = field.options.min
    if (least !== undefined && amount < least) throw new Unfit(`Give at least ${least}.`, 'too_small')
    return { amount: Math.round((amount + Number.EPSILON) * 10_000) / 10_000, currency: currency.toUpperCase() }
  },
  fromText(text, _field, format) {
    const found = /^\s*([A-Za-z]{3})?\s*[€$£]?\s*([-+]?[\d.,'’\s]+?)\s*([A-Za-z]{3})?\s*[€$£]?\s*$/.exec(text)
    if (found === null) throw new Unfit(`“${text}” is not an amount.`)
    const group = format.decimal === '.' ? /[,'’\s]/g : /[.'’\s]/g
    const amount = Number(found[2]!.replaceAll(group, '').replace(format.decimal, '.'))
    if (Number.isNaN(amount)) throw new Unfit(`“${text}” is not an amount.`)
    const currency = found[1] ?? found[3]
    return currency === undefined ? { amount } : { amount, currency }
  },
  toText: (value) => `${value.amount} ${value.currency}`,
  format: (value, _field, context) =>
    new Intl.NumberFormat(context.locale, {
      style: 'currency',
      currency: value.currency,
      ...(Number.isInteger(value.amount) ? { maximumFractionDigits: 0 } : {}),
    }).format(value.amount),
  scalar: (value) => value.amount,
  schema: () => ({
    type: 'object',
    properties: { amount: { type: 'number' }, currency: { type: 'string', pattern: '^[A-Z]{3}$' } },
    required: ['amount', 'currency'],
  }),
  writeSchema: () => ({
    type: 'object',
    properties: { amount: { type: 'number' }, currency: { type: 'string', pattern: '^[A-Z]{3}$' } },
    required: ['amount'],
  }),
}

const known = new Set(Intl.supportedValuesOf('currency'))

function isCurrency(code: string): boolean {
  return known.has(code.toUpperCase())
}
