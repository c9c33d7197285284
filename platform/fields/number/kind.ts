import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank } from '../clean-text.ts'
import { checkRange, numberOf, readNumber, roundTo, withinRange } from '../decimal.ts'
import { Unfit, type Kind } from '../kind.ts'
import { numberFormat } from '../number-format.ts'

interface NumberOptions extends FieldOptions {
  /** Digits after the decimal point; further ones are rounded. 0 takes whole numbers only. Left out: as many as given. */
  readonly decimals?: number
  readonly min?: number
  readonly max?: number
  /** Shown behind the number: `kg`, `pieces`. */
  readonly unit?: string
  /** Written without marks between thousands, as years and numbers of houses are. */
  readonly ungrouped?: boolean
}

/** A number below one quadrillion. */
export const number = (options: NumberOptions = {}): Field<number> => ({ ...options, kind: 'number' })

export const numberKind: Kind<number, NumberOptions> = {
  name: 'number',
  label: 'Number',
  icon: 'hash',
  family: 'number',
  parse(input, { options }) {
    if (isBlank(input)) return null
    const value = numberOf(
      input,
      options.decimals === 0 ? 'Give a whole number.' : 'Give a number such as 12.5.',
    )
    if (options.decimals === 0 && !Number.isInteger(value)) throw new Unfit('Give a whole number.', 'whole')
    return withinRange(options.decimals === undefined ? value : roundTo(value, options.decimals), options)
  },
  fromText(text, { options }, format) {
    if (isBlank(text)) return null
    const { unit } = options
    const bare = unit !== undefined && text.trim().endsWith(unit) ? text.trim().slice(0, -unit.length) : text
    return readNumber(bare, format)
  },
  toText: (value) => String(value),
  format(value, { options }, { locale }) {
    const { decimals, unit } = options
    const digits =
      decimals === undefined
        ? { maximumFractionDigits: 10 }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
    const figure = numberFormat(
      locale,
      options.ungrouped === true ? { ...digits, useGrouping: false } : digits,
    ).format(value)
    return unit === undefined ? figure : `${figure} ${unit}`
  },
  scalar: (value) => value,
  schema: ({ options }) => ({
    type: options.decimals === 0 ? 'integer' : 'number',
    ...(options.min === undefined ? {} : { minimum: options.min }),
    ...(options.max === undefined ? {} : { maximum: options.max }),
  }),
  check: ({ options }) => checkRange(options),
}
