import { typedDate } from '../date/typed-date.ts'
import { Unfit } from '../kind.ts'
import { instantIn } from './instant-in.ts'

type Typing = Parameters<typeof typedDate>[1] & { readonly zone: string; readonly now: Date }

/**
 * `22.11. 14:30`, `tomorrow 9`, `3pm`, `14:30` (today), `in 2 hours`, `now` → an instant in ISO 8601. A date alone means 9:00.
 *
 * @throws Unfit
 */
export function typedDatetime(typed: string, typing: Typing): string {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (text === 'now' || text === 'jetzt') return typing.now.toISOString()
  const ahead = /^(?:in |\+)(\d{1,4}) ?(h|hours?|std|stunden?|min|minutes?|minuten?)$/.exec(text)
  if (ahead !== null)
    return new Date(
      typing.now.getTime() + Number(ahead[1]) * (/^(h|st)/.test(ahead[2]!) ? 3_600_000 : 60_000),
    ).toISOString()
  const { date, time } = split(text)
  const day = date === '' ? typing.today : typedDate(date, typing)
  return instant(day, time ?? { hour: 9, minute: 0 }, typing.zone)
}

interface Time {
  readonly hour: number
  readonly minute: number
}

/** The time stands at the end, after a space: with a colon, with am or pm, or as a bare hour behind a date. */
function split(text: string): { date: string; time: Time | undefined } {
  const found = /^(?:(.*?)[, ]+(?:at |um )?)?(\d{1,2})(?:[:h](\d{2}))?(?::\d{2})? ?(am|pm|uhr|h)?$/.exec(text)
  const bareHour = found !== null && found[3] === undefined && found[4] === undefined
  if (
    found === null ||
    (bareHour && (found[1] === undefined || (/^[\d.]*$/.test(found[1]) && !/\d[./]/.test(found[1]))))
  ) {
    return { date: text, time: undefined }
  }
  const half = found[4] === 'pm' ? 12 : 0
  const hour = found[4] === 'am' || found[4] === 'pm' ? (Number(found[2]) % 12) + half : Number(found[2])
  const minute = Number(found[3] ?? 0)
  if (hour > 23 || minute > 59) throw new Unfit(`“${text}” is not a time of the day.`)
  return { date: (found[1] ?? '').trim(), time: { hour, minute } }
}

/** `2026-11-22` at half past nine in the zone → an instant in ISO 8601. */
export function instant(day: string, { hour, minute }: Time, zone: string): string {
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000`
  return new Date(instantIn(zone, `${day}T${clock}`)).toISOString()
}
