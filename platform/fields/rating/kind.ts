import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank, quoted } from '../clean-text.ts'
import { Unfit, type Kind } from '../kind.ts'

interface RatingOptions extends FieldOptions {
  /** The best; default 5. */
  readonly max?: number
}

/** Stars, from 1 (worst) up to `max`. */
export const rating = (options: RatingOptions = {}): Field<number> => ({ ...options, kind: 'rating' })

const bestOf = (options: RatingOptions): number => options.max ?? 5

export const ratingKind: Kind<number, RatingOptions> = {
  name: 'rating',
  label: 'Rating',
  icon: 'star',
  family: 'number',
  parse(input, { options }) {
    if (isBlank(input)) return null
    const best = bestOf(options)
    const value = typeof input === 'string' && /^\s*\d{1,2}\s*$/.test(input) ? Number(input) : input
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > best) {
      throw new Unfit(`Give a whole number from 1 to ${best}.`, 'rating')
    }
    return value
  },
  fromText(text) {
    if (isBlank(text)) return null
    const stars = /^\s*([★*⭐]+)[☆\s]*$/u.exec(text)?.[1]
    const figure = /^\s*(\d{1,2})(?:[.,]0+)?(?:\s*(?:\/|of|von)\s*\d{1,2})?\s*$/.exec(text)?.[1]
    if (stars === undefined && figure === undefined)
      throw new Unfit(`${quoted(text)} is not a rating; give a number.`)
    return stars === undefined ? Number(figure) : [...stars].length
  },
  toText: (value) => String(value),
  format: (value, { options }) => `${'★'.repeat(value)}${'☆'.repeat(Math.max(0, bestOf(options) - value))}`,
  scalar: (value) => value,
  schema: ({ options }) => ({ type: 'integer', minimum: 1, maximum: bestOf(options) }),
  check({ options }) {
    const best = bestOf(options)
    return Number.isInteger(best) && best >= 2 && best <= 10 ? [] : ['can have a max of 2 to 10.']
  },
}
