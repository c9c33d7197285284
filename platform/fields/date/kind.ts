import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank } from '../clean-text.ts'
import { Unfit, type Kind } from '../kind.ts'
import { timeFormat } from '../time-format.ts'
import { isDay, readDate } from './read-date.ts'

/** A day of the calendar, `2026-11-22`, the same in every zone. `'today'` is the writer's day. */
export const date = (options: FieldOptions = {}): Field<string> => ({ ...options, kind: 'date' })

export const dateKind: Kind<string, FieldOptions> = {
  name: 'date',
  label: 'Date',
  icon: 'calendar',
  family: 'time',
  parse(input, _field, context) {
    if (isBlank(input)) return null
    if (input === 'today') return dayIn(context.zone, context.now)
    const found = typeof input === 'string' ? /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(input) : null
    if (found === null) throw new Unfit('Give a date such as 2026-11-22.')
    if (!isDay(Number(found[1]), Number(found[2]), Number(found[3]))) {
      throw new Unfit('There is no such day in the calendar.', 'no_such_day')
    }
    return found[0].trim()
  },
  // Spreadsheets and databases like to write a day as its midnight.
  fromText: (text, _field, format) =>
    isBlank(text)
      ? null
      : readDate(text.trim().replace(/[T\s]+0?0:00(:00([.,]0+)?)?(Z|[-+]00:?00)?$/, ''), format.dates),
  toText: (value) => value,
  format: (value, _field, { locale }) =>
    timeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`)),
  scalar: (value) => value,
  schema: () => ({ type: 'string', format: 'date' }),
}

/** The day that it is somewhere: `2026-11-22`. */
export function dayIn(zone: string, now: Date): string {
  const parts = timeFormat('en-u-ca-gregory-nu-latn', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  }).formatToParts(now)
  const of = (type: string): string => parts.find((part) => part.type === type)!.value
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`
}
