import type { Reader } from '../reader.ts'

/** A period of time, relative to the reader's today or one fixed day. */
export type Phrase =
  | { readonly of: 'day'; readonly day: string }
  | { readonly of: 'now' }
  /** `today`, `this week`, `next quarter`: a whole unit, `offset` units from the one that holds today. */
  | { readonly of: 'unit'; readonly unit: Unit; readonly offset: number }
  /** `last 30 days` (today and the 30 days before) · `next 2 weeks` (today and the two weeks after). */
  | { readonly of: 'span'; readonly unit: Unit; readonly count: number; readonly direction: 'last' | 'next' }
  /** `more than 30 days ago`, `more than 30 days ahead`. */
  | {
      readonly of: 'beyond'
      readonly unit: Unit
      readonly count: number
      readonly direction: 'ago' | 'ahead'
    }

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** Half-open: `start` belongs to it, `end` does not. An absent side is unbounded. */
export interface Range<T> {
  readonly start?: T
  readonly end?: T
}

export const phraseExamples =
  'today, yesterday, tomorrow, this/last/next week/month/quarter/year, last N days/weeks/months, ' +
  'next N days/weeks/months, more than N days ago, more than N days ahead'

/**
 * Reads a phrase such as `this quarter` or `last 30 days`; undefined when it is none.
 * Periods longer than a century are none: they would leave the calendar.
 */
export function parsePhrase(text: string): Phrase | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
  if (/^\d{4}-\d\d-\d\d$/.test(words)) return isDay(words) ? { of: 'day', day: words } : undefined
  if (words === 'now') return { of: 'now' }
  const day = { yesterday: -1, today: 0, tomorrow: 1 }[words]
  if (day !== undefined) return { of: 'unit', unit: 'day', offset: day }
  const whole = /^(last|this|next) (day|week|month|quarter|year)$/.exec(words)
  if (whole !== null) {
    return { of: 'unit', unit: whole[2] as Unit, offset: { last: -1, this: 0, next: 1 }[whole[1] as 'last'] }
  }
  const span = /^(last|next) (\d{1,5}) (day|week|month|quarter|year)s?$/.exec(words)
  if (span !== null && fits(span[3]!, span[2]!)) {
    return { of: 'span', direction: span[1] as 'last', count: Number(span[2]), unit: span[3] as Unit }
  }
  const beyond = /^more than (\d{1,5}) (day|week|month|quarter|year)s? (ago|ahead)$/.exec(words)
  if (beyond !== null && fits(beyond[2]!, beyond[1]!)) {
    return { of: 'beyond', direction: beyond[3] as 'ago', count: Number(beyond[1]), unit: beyond[2] as Unit }
  }
  return undefined
}

/** The phrase as people write it; `parsePhrase` reads it back. */
export function phraseText(phrase: Phrase): string {
  switch (phrase.of) {
    case 'day':
      return phrase.day
    case 'now':
      return 'now'
    case 'unit':
      if (phrase.unit === 'day') return ['yesterday', 'today', 'tomorrow'][phrase.offset + 1]!
      return `${['last', 'this', 'next'][phrase.offset + 1]!} ${phrase.unit}`
    case 'span':
      return `${phrase.direction} ${phrase.count} ${phrase.unit}${phrase.count === 1 ? '' : 's'}`
    case 'beyond':
      return `more than ${phrase.count} ${phrase.unit}${phrase.count === 1 ? '' : 's'} ${phrase.direction}`
  }
}

/** The days of a phrase for this reader, as ISO dates. Sides outside of the years 1 to 9999 are left open. */
export function daysOf(phrase: Phrase, reader: Reader): Range<string> {
  const { start, end } = plainDays(phrase, reader)
  return {
    ...(start === undefined || start.year < 1 ? {} : { start: start.toString() }),
    ...(end === undefined || end.year > 9999 ? {} : { end: end.toString() }),
  }
}

/** The same as points in time: days begin when they begin in the reader's zone, also where a clock change takes midnight away. */
export function instantsOf(phrase: Phrase, reader: Reader): Range<Temporal.Instant> {
  const { start, end } = phrase.of === 'now' ? thisInstant(reader) : zonedDays(phrase, reader)
  return {
    ...(start === undefined || start.epochMilliseconds < firstTime ? {} : { start }),
    ...(end === undefined || end.epochMilliseconds >= endTime ? {} : { end }),
  }
}

/** Where the calendars of database and ISO texts agree. */
export const firstTime = Date.parse('0001-01-01T00:00:00Z')
export const endTime = Date.parse('+010000-01-01T00:00:00Z')

function thisInstant({ now }: Reader): Range<Temporal.Instant> {
  const start = Temporal.Instant.fromEpochMilliseconds(now.getTime())
  return { start, end: start.add({ microseconds: 1 }) }
}

function zonedDays(phrase: Phrase, reader: Reader): Range<Temporal.Instant> {
  const { start, end } = plainDays(phrase, reader)
  const begin = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(reader.zone).toInstant()
  return {
    ...(start === undefined ? {} : { start: begin(start) }),
    ...(end === undefined ? {} : { end: begin(end) }),
  }
}

/** The reader's today. */
export function todayOf(reader: Reader): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(reader.now.getTime())
    .toZonedDateTimeISO(reader.zone)
    .toPlainDate()
}

function plainDays(phrase: Phrase, reader: Reader): Range<Temporal.PlainDate> {
  if (phrase.of === 'day') {
    const start = Temporal.PlainDate.from(phrase.day)
    return { start, end: start.add({ days: 1 }) }
  }
  const today = todayOf(reader)
  switch (phrase.of) {
    case 'now':
      return { start: today, end: today.add({ days: 1 }) }
    case 'unit': {
      const start = shifted(startOf(phrase.unit, today, reader), phrase.unit, phrase.offset)
      return { start, end: shifted(start, phrase.unit, 1) }
    }
    case 'span':
      return phrase.direction === 'last'
        ? { start: shifted(today, phrase.unit, -phrase.count), end: today.add({ days: 1 }) }
        : { start: today, end: shifted(today, phrase.unit, phrase.count).add({ days: 1 }) }
    case 'beyond':
      return phrase.direction === 'ago'
        ? { end: shifted(today, phrase.unit, -phrase.count) }
        : { start: shifted(today, phrase.unit, phrase.count).add({ days: 1 }) }
  }
}

function startOf(unit: Unit, day: Temporal.PlainDate, reader: Reader): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return day
    case 'week':
      return day.subtract({ days: (day.dayOfWeek - reader.week_start + 7) % 7 })
    case 'month':
      return day.with({ day: 1 })
    case 'quarter':
    case 'year': {
      const months = (day.month - reader.fiscal_start + 12) % (unit === 'quarter' ? 3 : 12)
      return day.with({ day: 1 }).subtract({ months })
    }
  }
}

function shifted(day: Temporal.PlainDate, unit: Unit, count: number): Temporal.PlainDate {
  if (unit === 'quarter') return day.add({ months: count * 3 })
  return day.add({ [`${unit}s`]: count })
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text && !text.startsWith('0000')
  } catch {
    return false
  }
}

const century: Readonly<Record<string, number>> = {
  day: 36_525,
  week: 5_218,
  month: 1_200,
  quarter: 400,
  year: 100,
}

function fits(unit: string, count: string): boolean {
  return Number(count) <= century[unit]!
}
