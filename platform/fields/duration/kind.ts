import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank } from '../clean-text.ts'
import { numberOf } from '../decimal.ts'
import { Unfit, type Kind } from '../kind.ts'
import { numberFormat } from '../number-format.ts'
import { readDuration } from './read-duration.ts'

/** A length of time in whole seconds. `"1:30"` is an hour and a half, as are `"90 min"`, `"1.5 h"` and `"PT1H30M"`. */
export const duration = (options: FieldOptions = {}): Field<number> => ({ ...options, kind: 'duration' })

const longest = 2_147_483_647
const sentence = 'Give a duration such as 1:30, 90 min or 2 h; a number counts seconds.'

export const durationKind: Kind<number, FieldOptions> = {
  name: 'duration',
  label: 'Duration',
  icon: 'timer',
  family: 'number',
  parse(input) {
    if (isBlank(input)) return null
    const seconds = typeof input === 'string' ? readDuration(input) : numberOf(input, sentence)
    if (seconds < 0) throw new Unfit('A duration cannot be negative.', 'too_small')
    if (seconds > longest) throw new Unfit('A duration goes up to 68 years.', 'too_large')
    return Math.round(seconds)
  },
  fromText: (text) => (isBlank(text) ? null : readDuration(text)),
  toText(seconds) {
    const rest = seconds % 60
    const start = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}`
    return rest === 0 ? start : `${start}:${two(rest)}`
  },
  format(seconds, _field, { locale }) {
    const parts = [
      ['day', Math.floor(seconds / 86_400)],
      ['hour', Math.floor(seconds / 3600) % 24],
      ['minute', Math.floor(seconds / 60) % 60],
      ['second', seconds % 60],
    ] as const
    const said = parts.filter(([unit, count]) => count > 0 || (unit === 'minute' && seconds === 0))
    return said
      .map(([unit, count]) =>
        numberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
      )
      .join(' ')
  },
  scalar: (value) => value,
  schema: () => ({ type: 'integer', minimum: 0, maximum: longest, description: 'Seconds.' }),
  writeSchema: () => ({
    anyOf: [
      { type: 'number', minimum: 0 },
      { type: 'string', examples: ['1:30', '90 min'] },
    ],
    description: 'Seconds, or a text such as 1:30 or 90 min.',
  }),
}

const two = (count: number): string => String(count).padStart(2, '0')
