import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank } from '../clean-text.ts'
import { checkRange, numberOf, readNumber, roundTo, shiftText, withinRange } from '../decimal.ts'
import { Unfit, type Kind } from '../kind.ts'
import { numberFormat } from '../number-format.ts'

interface PercentOptions extends FieldOptions {
  /** As fractions: 0 and 1 for 0 % to 100 %. */
  readonly min?: number
  readonly max?: number
  /** Digits shown after the decimal point; default: as many as there are, up to 2. */
  readonly decimals?: number
}

/** A share, kept as a fraction: 0.3 is 30 %. */
export const percent = (options: PercentOptions = {}): Field<number> => ({ ...options, kind: 'percent' })

export const percentKind: Kind<number, PercentOptions> = {
  name: 'percent',
  label: 'Percent',
  icon: 'percent',
  family: 'number',
  parse(input, { options }) {
    if (isBlank(input)) return null
    const found = typeof input === 'string' ? /^\s*([-+]?[\d.]+)\s*%\s*$/.exec(input) : null
    const given = found === null ? numberOf(input, sentence) : fraction(numberOf(found[1]!, sentence))
    if (Math.abs(given) > 1e6)
      throw new Unfit('Give a percentage such as 30%, as a fraction 0.3.', 'too_large')
    return withinRange(roundTo(given, 8), options, (limit) => `${shiftText(limit, 2)}%`)
  },
  fromText: (text, _field, format) =>
    isBlank(text) ? null : fraction(readNumber(text.replace(/\s*%\s*$/, ''), format)),
  toText: (value) => `${shiftText(value, 2)}%`,
  format: (value, { options }, { locale }) =>
    numberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: options.decimals ?? 0,
      maximumFractionDigits: options.decimals ?? 2,
    }).format(value),
  scalar: (value) => value,
  schema: ({ options }) => ({
    type: 'number',
    description: 'A fraction: 0.3 is 30 %.',
    ...(options.min === undefined ? {} : { minimum: options.min }),
    ...(options.max === undefined ? {} : { maximum: options.max }),
  }),
  check: ({ options }) => checkRange(options),
}

const sentence = 'Give a percentage such as 30%, as a fraction 0.3.'

/** 30 → 0.3, without the error of a division. */
const fraction = (points: number): number => Number(shiftText(points, -2))
