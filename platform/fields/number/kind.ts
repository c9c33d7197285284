import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { Unfit, type Kind } from '../kind.ts'

interface NumberOptions extends FieldOptions {
  /** Digits after the decimal point; 0 for whole numbers. Left out: as many as given. */
  readonly decimals?: number
  readonly min?: number
  readonly max?: number
  /** Shown behind the number: `kg`, `pieces`. */
  readonly unit?: string
}

/** A number below one quadrillion. */
export const number = (options: NumberOptions = {}): Field<number> => ({ ...options, kind: 'number' })

export const numberKind: Kind<number, NumberOptions> = {
  name: 'number',
  label: 'Number',
  icon: 'hash',
  family: 'number',
  parse(input, field) {
    if (input === null || input === '') return null
    const value = typeof input === 'string' ? Number(input.trim() === '' ? NaN : input) : input
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Unfit('Give a number such as 12.5.')
    return value
  },
  fromText: (text) => Number(text),
  toText: (value) => String(value),
  format: (value, _field, context) => new Intl.NumberFormat(context.locale).format(value),
  scalar: (value) => value,
  schema: () => ({ type: 'number' }),
}
