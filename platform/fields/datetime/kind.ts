import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank, quoted } from '../clean-text.ts'
import { isDay, readDate } from '../date/read-date.ts'
import { Unfit, type Kind } from '../kind.ts'
import { timeFormat } from '../time-format.ts'
import { instantIn } from './instant-in.ts'

/**
 * A moment, answered in UTC with milliseconds: `2026-11-22T15:57:20.000Z`. Written without a zone it is meant in the
 * writer's; a day alone is its first moment there. `'now'` is the moment of writing.
 */
export const datetime = (options: FieldOptions = {}): Field<string> => ({ ...options, kind: 'datetime' })

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[-+]\d{2}(?::?\d{2})?)?)?$/i

export const datetimeKind: Kind<string, FieldOptions> = {
  name: 'datetime',
  label: 'Date and time',
  icon: 'clock',
  family: 'time',
  parse(input, _field, context) {
    if (isBlank(input)) return null
    if (input === 'now') return context.now.toISOString()
    const found = typeof input === 'string' ? pattern.exec(input.trim()) : null
    if (found === null) throw new Unfit(sentence)
    const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0))
    if (!isDay(year!, month!, day!)) throw new Unfit('There is no such day in the calendar.', 'no_such_day')
    if (hour! > 23 || minute! > 59 || second! > 59)
      throw new Unfit('There is no such time of day.', 'no_such_time')
    const local = `${found[1]}-${found[2]}-${found[3]}T${found[4] ?? '00'}:${found[5] ?? '00'}:${found[6] ?? '00'}.${(found[7] ?? '').padEnd(3, '0').slice(0, 3)}`
    const at =
      found[8] === undefined ? instantIn(context.zone, local) : Date.parse(local + offsetOf(found[8]))
    const value = Number.isNaN(at) ? '' : new Date(at).toISOString()
    if (value.length !== 24 || value.startsWith('0000')) throw new Unfit(sentence)
    return value
  },
  fromText(text, _field, format) {
    if (isBlank(text)) return null
    const written = text.trim()
    if (pattern.test(written)) return written
    const found =
      /^(.+?)[\s,T]+(?:um\s+|at\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*([ap])\.?m\.?|\s*Uhr)?$/i.exec(
        written,
      )
    if (found === null) return readDate(written, format.dates)
    const half = found[5]?.toLowerCase()
    const hour = Number(found[2])
    if (half !== undefined && (hour < 1 || hour > 12))
      throw new Unfit(`${quoted(written)} is not a date and time.`)
    const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
    return `${readDate(found[1]!, format.dates)}T${String(hours).padStart(2, '0')}:${found[3]}:${found[4] ?? '00'}`
  },
  toText: (value) => value,
  format: (value, _field, { locale, zone }) =>
    timeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(value)),
  scalar: (value) => value,
  schema: () => ({ type: 'string', format: 'date-time' }),
}

const sentence = 'Give a date and time such as 2026-11-22T09:30.'

/** `+01`, `+0100`, `z` → as JavaScript reads it. */
function offsetOf(written: string): string {
  if (written.toUpperCase() === 'Z') return 'Z'
  const digits = written.slice(1).replace(':', '').padEnd(4, '0')
  return `${written[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}
