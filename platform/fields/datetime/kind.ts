import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { Unfit, type Kind } from '../kind.ts'

/** A moment, answered in UTC with milliseconds: `2026-11-22T15:57:20.000Z`. */
export const datetime = (options: FieldOptions = {}): Field<string> => ({ ...options, kind: 'datetime' })

export const datetimeKind: Kind<string, FieldOptions> = {
  name: 'datetime',
  label: 'Date and time',
  icon: 'clock',
  family: 'time',
  parse(input, _field, context) {
    if (input === null || input === '') return null
    if (input === 'now') return context.now.toISOString()
    const given = typeof input === 'string' ? Date.parse(input) : NaN
    if (Number.isNaN(given)) throw new Unfit('Give a date and time such as 2026-11-22T09:30.')
    return new Date(given).toISOString()
  },
  fromText: (text) => text,
  toText: (value) => value,
  format: (value, _field, context) =>
    new Intl.DateTimeFormat(context.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: context.zone }).format(
      new Date(value),
    ),
  scalar: (value) => value,
  schema: () => ({ type: 'string', format: 'date-time' }),
}
