import type { TextFormat } from '../kind.ts'
import { Unfit } from '../kind.ts'

interface Typing {
  /** Today where the person is, `2026-11-22`. */
  readonly today: string
  readonly order: TextFormat['dates']
  /** Names of months and weekdays in this language are understood beside the English ones. */
  readonly locale: string
}

/**
 * What a person types for a date → `2026-11-22`: `22.11.`, `22/11/26`, `22 nov`, `today`, `tomorrow`, `+3`, `friday`, `next week`.
 * A day without a year is the nearest one: up to three months back, else ahead.
 *
 * @throws Unfit
 */
export function typedDate(typed: string, typing: Typing): string {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const found =
    iso(text) ??
    relative(text, typing) ??
    weekday(text, typing) ??
    withMonthName(text, typing) ??
    figures(text, typing)
  if (found === undefined)
    throw new Unfit(`“${typed.trim()}” is not a date. Try ${sample(typing.order)}, “tomorrow” or “+7”.`)
  return found
}

const day = 86_400_000
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const written = (time: number): string => new Date(time).toISOString().slice(0, 10)
const sample = (order: TextFormat['dates']): string =>
  ({ ymd: '2026-11-22', dmy: '22.11.', mdy: '11/22' })[order]

function iso(text: string): string | undefined {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  return found === null ? undefined : real(Number(found[1]), Number(found[2]), Number(found[3]))
}

const distances: Readonly<Record<string, number>> = {
  today: 0,
  now: 0,
  t: 0,
  tomorrow: 1,
  tom: 1,
  yesterday: -1,
  'next week': 7,
  'last week': -7,
  heute: 0,
  morgen: 1,
  übermorgen: 2,
  gestern: -1,
  'nächste woche': 7,
}

function relative(text: string, { today }: Typing): string | undefined {
  const known = distances[text]
  if (known !== undefined) return written(utc(today) + known * day)
  if (text === 'next month' || text === 'nächsten monat') return addMonths(today, 1)
  const found =
    /^(?:in )?([+-]?\d{1,4}) ?(d|days?|t|tagen?|w|weeks?|wochen?|m|months?|monaten?|y|years?|jahren?)?$/.exec(
      text,
    )
  if (found === null || (found[2] === undefined && !/^[+-]/.test(text))) return undefined
  const count = Number(found[1])
  const unit = (found[2] ?? 'd').charAt(0)
  if (unit === 'm') return addMonths(today, count)
  if (unit === 'y' || unit === 'j') return addMonths(today, 12 * count)
  return written(utc(today) + count * (unit === 'w' ? 7 : 1) * day)
}

function addMonths(date: string, count: number): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + count, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return written(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(dayOfMonth, last)))
}

/** The next such day, never today: on a Monday “monday” means in a week. */
function weekday(text: string, { today, locale }: Typing): string | undefined {
  const name = text.replace(/^(next|nächsten?|this|on) /, '').replace('.', '')
  if (name.length < 2) return undefined
  for (let ahead = 1; ahead <= 7; ahead++) {
    const time = utc(today) + ahead * day
    if (names(locale, { weekday: 'long' }, time).some((one) => one.startsWith(name))) return written(time)
  }
  return undefined
}

function withMonthName(text: string, typing: Typing): string | undefined {
  const found =
    /^(\d{1,2})\.? ?(\p{L}{3,})\.?,? ?(\d{2,4})?$/u.exec(text) ??
    swap(/^(\p{L}{3,})\.? (\d{1,2}),? ?(\d{4})?$/u.exec(text))
  if (found === null) return undefined
  for (let month = 1; month <= 12; month++) {
    const matches = names(typing.locale, { month: 'long' }, Date.UTC(2026, month - 1, 15)).some((one) =>
      one.startsWith(found[2]!),
    )
    if (matches) return dated(Number(found[1]), month, found[3], typing)
  }
  return undefined
}

const swap = (found: RegExpExecArray | null): (string | undefined)[] | null =>
  found && [found[0], found[2], found[1], found[3]]

function figures(text: string, typing: Typing): string | undefined {
  const found =
    /^(\d{1,4})[./ -](\d{1,2})[./ -]?(\d{2,4})?$/.exec(text) ?? /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(text)
  if (found === null) return undefined
  const [first, second] = [Number(found[1]), Number(found[2])]
  if (typing.order === 'ymd' && found[3] !== undefined)
    return dated(Number(found[3]), second, found[1], typing)
  const dayFirst = typing.order === 'dmy' || text.includes('.')
  return dated(dayFirst ? first : second, dayFirst ? second : first, found[3], typing)
}

function dated(
  dayOfMonth: number,
  month: number,
  year: string | undefined,
  { today }: Typing,
): string | undefined {
  if (year !== undefined)
    return real(year.length <= 2 ? century(Number(year), today) : Number(year), month, dayOfMonth)
  const thisYear = Number(today.slice(0, 4))
  const near = [thisYear, thisYear + 1].map((one) => real(one, month, dayOfMonth))
  return near.find((one) => one !== undefined && utc(one) >= utc(today) - 92 * day) ?? near[0] ?? near[1]
}

/** Two digits: up to twenty years ahead, else the past, so that birthdays can be typed. */
function century(year: number, today: string): number {
  const thisYear = Number(today.slice(0, 4))
  const base = thisYear - (thisYear % 100)
  return base + year <= thisYear + 20 ? base + year : base + year - 100
}

function real(year: number, month: number, dayOfMonth: number): string | undefined {
  const time = Date.UTC(year, month - 1, dayOfMonth)
  const date = new Date(time)
  const exists = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth
  return exists ? written(time) : undefined
}

function names(locale: string, part: Intl.DateTimeFormatOptions, time: number): string[] {
  return [locale, 'en'].map((one) =>
    new Intl.DateTimeFormat(one, { ...part, timeZone: 'UTC' }).format(time).toLowerCase(),
  )
}
