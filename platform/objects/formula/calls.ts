import {
  compareDecimals,
  decimal,
  decimalText,
  divide,
  negated,
  plus,
  rounded,
  shortened,
  times,
  toNumber,
  zero,
  type Decimal,
} from '../decimal.ts'
import { fold } from '../filter/fold.ts'
import { endTime, firstTime, todayOf } from '../filter/relative-dates.ts'
import type { Reader } from '../reader.ts'
import type { FormulaValue } from './evaluate-formula.ts'

type Lazy = () => FormulaValue
type Call = (args: readonly Lazy[], reader: Reader) => FormulaValue

/**
 * What functions and operators do, by name; the SQL of each is in `formula-sql.ts` and must give the same. Where
 * nothing else is said, an empty argument makes the result empty.
 */
export const calls: Readonly<Record<string, Call>> = {
  if(args) {
    for (let index = 0; index + 1 < args.length; index += 2)
      if (args[index]!() === true) return args[index + 1]!()
    return args.length % 2 === 1 ? args.at(-1)!() : null
  },
  coalesce(args) {
    for (const arg of args) {
      const value = arg()
      if (value !== null) return value
    }
    return null
  },
  nullif: ([a, b]) => (same(a!(), b!()) ? null : a!()),
  is_empty: ([a]) => isEmpty(a!()),
  or: (args) =>
    args.some((arg) => arg() === true) ? true : args.some((arg) => arg() === null) ? null : false,
  and: (args) =>
    args.some((arg) => arg() === false) ? false : args.some((arg) => arg() === null) ? null : true,
  not: strict((a: boolean) => !a),
  eq: ([a, b]) => same(a!(), b!()),
  ne: ([a, b]) => !same(a!(), b!()),
  lt: strict((a: Ordered, b: Ordered) => order(a, b) < 0),
  lte: strict((a: Ordered, b: Ordered) => order(a, b) <= 0),
  gt: strict((a: Ordered, b: Ordered) => order(a, b) > 0),
  gte: strict((a: Ordered, b: Ordered) => order(a, b) >= 0),
  min: (args) => best(args, -1),
  max: (args) => best(args, 1),

  concat: (args) => text(args.map((arg) => arg() ?? '').join('')),
  text: ([a]) => a!(),
  text_of_number: strict((a: Decimal) => decimalText(a)),
  text_of_date: strict((a: string) => a),
  text_of_boolean: strict((a: boolean) => (a ? 'yes' : 'no')),
  text_of_datetime: ([a], reader) => {
    const value = a!()
    if (value === null) return null
    return inZone(value as number, reader)
      .toString({ smallestUnit: 'minute', offset: 'never', timeZoneName: 'never' })
      .replace('T', ' ')
  },
  upper: strict((a: string) => a.toUpperCase()),
  lower: strict((a: string) => a.toLowerCase()),
  trim: strict((a: string) => text(a.replaceAll(/^ +| +$/g, ''))),
  length: ([a]) => decimal([...((a!() as string | null) ?? '')].length),
  left: strict((a: string, count: Decimal) => text([...a].slice(0, counted(count)).join(''))),
  right: strict((a: string, count: Decimal) => {
    const wanted = counted(count)
    return wanted === 0 ? null : text([...a].slice(-wanted).join(''))
  }),
  replace: ([a, what, into]) => {
    const [whole, part] = [a!() as string | null, what!() as string | null]
    return whole === null || part === null
      ? whole
      : text(whole.replaceAll(part, () => (into!() as string | null) ?? ''))
  },
  contains: ([a, b]) => {
    const [whole, part] = [a!(), b!() as string | null]
    if (part === null) return null
    if (Array.isArray(whole)) return whole.includes(part)
    return whole === null ? false : fold(whole as string).includes(fold(part))
  },
  starts_with: ([a, b]) => folded(a!(), b!(), (whole, part) => whole.startsWith(part)),
  ends_with: ([a, b]) => folded(a!(), b!(), (whole, part) => whole.endsWith(part)),

  negate: strict((a: Decimal) => negated(a)),
  add: strict((a: Decimal, b: Decimal) => plus(a, b)),
  subtract: strict((a: Decimal, b: Decimal) => plus(a, negated(b))),
  multiply: strict((a: Decimal, b: Decimal) => times(a, b)),
  divide: strict((a: Decimal, b: Decimal) => (b.digits === 0n ? null : divide(a, b))),
  mod: strict((a: Decimal, b: Decimal) => {
    if (b.digits === 0n) return null
    const scale = Math.max(a.scale, b.scale)
    return {
      digits: (a.digits * 10n ** BigInt(scale - a.scale)) % (b.digits * 10n ** BigInt(scale - b.scale)),
      scale,
    }
  }),
  round: ([a, given]) => {
    const [value, digits] = [a!() as Decimal | null, given === undefined ? zero : (given() as Decimal | null)]
    if (value === null || digits === null) return null
    const places = shortened(digits, 0)
    return inRange(places, 20) ? rounded(value, toNumber(places)) : null
  },
  floor: strict((a: Decimal) => whole(a, -1)),
  ceil: strict((a: Decimal) => whole(a, 1)),
  abs: strict((a: Decimal) => (a.digits < 0n ? negated(a) : a)),

  today: (_, reader) => todayOf(reader).toString(),
  now: (_, reader) => reader.now.getTime(),
  day_of: ([a], reader) => {
    const value = a!()
    return value === null
      ? null
      : inZone(value as number, reader)
          .toPlainDate()
          .toString()
  },
  date: strict((year: Decimal, month: Decimal, day: Decimal) => {
    const [y, m, d] = [shortened(year, 0), shortened(month, 0), shortened(day, 0)]
    const first = decimal(1)
    if (
      compareDecimals(y, first) < 0 ||
      compareDecimals(y, decimal(9999)) > 0 ||
      !inRange(m, 30_000) ||
      !inRange(d, 500_000)
    )
      return null
    const start = Temporal.PlainDate.from({ year: toNumber(y), month: 1, day: 1 })
    return calendarDay(start.add({ months: toNumber(m) - 1 }).add({ days: toNumber(d) - 1 }))
  }),
  year: strict((a: string) => decimal(plain(a).year)),
  quarter: strict((a: string) => decimal(Math.ceil(plain(a).month / 3))),
  month: strict((a: string) => decimal(plain(a).month)),
  day: strict((a: string) => decimal(plain(a).day)),
  weekday: strict((a: string) => decimal(plain(a).dayOfWeek)),
  days_between: strict((a: string, b: string) =>
    decimal(plain(a).until(plain(b), { largestUnit: 'days' }).days),
  ),
  time_between: strict((a: number, b: number) => divide(decimal(b - a), decimal(86_400_000))),
  hours_between: strict((a: number, b: number) => divide(decimal(b - a), decimal(3_600_000))),
  add_days: strict((a: string, count: Decimal) => {
    const days = shortened(count, 0)
    return inRange(days, 500_000) ? calendarDay(plain(a).add({ days: toNumber(days) })) : null
  }),
  add_time: strict((a: number, count: Decimal) => {
    if (!inRange(count, 500_000)) return null
    const time = a + toNumber(rounded(times(count, decimal(86_400_000)), 0))
    return time >= firstTime && time < endTime ? time : null
  }),
  add_months: strict((a: string, count: Decimal) => {
    const months = shortened(count, 0)
    return inRange(months, 30_000) ? calendarDay(plain(a).add({ months: toNumber(months) })) : null
  }),
}

type Ordered = Decimal | string | number

/** A call whose result is empty as soon as one of its arguments is. */
function strict<Args extends readonly any[]>(deed: (...args: Args) => FormulaValue): Call {
  return (args) => {
    const values = args.map((arg) => arg())
    return values.includes(null) ? null : deed(...(values as unknown as Args))
  }
}

const text = (value: string): string | null => (value === '' ? null : value)

const isEmpty = (value: FormulaValue): boolean =>
  value === null || (Array.isArray(value) && value.length === 0)

/** Two empty values are the same. */
function same(a: FormulaValue, b: FormulaValue): boolean {
  if (a === null || b === null) return a === b
  return typeof a === 'object' && typeof b === 'object'
    ? compareDecimals(a as Decimal, b as Decimal) === 0
    : a === b
}

function order(a: Ordered, b: Ordered): number {
  if (typeof a === 'object' && typeof b === 'object') return compareDecimals(a, b)
  return a < b ? -1 : a > b ? 1 : 0
}

function best(args: readonly Lazy[], sign: number): FormulaValue {
  const values = args.map((arg) => arg()).filter((value) => value !== null) as Ordered[]
  return values.length === 0
    ? null
    : values.reduce((found, value) => (order(value, found) * sign > 0 ? value : found))
}

function folded(
  whole: FormulaValue,
  part: FormulaValue,
  test: (whole: string, part: string) => boolean,
): boolean | null {
  if (part === null) return null
  return whole === null ? false : test(fold(whole as string), fold(part as string))
}

function whole(a: Decimal, direction: 1 | -1): Decimal {
  const cut = shortened(a, 0)
  const beyond = compareDecimals(a, cut)
  return beyond === direction ? { digits: cut.digits + BigInt(direction), scale: 0 } : cut
}

/** How many characters: whole, not below none. */
function counted(count: Decimal): number {
  const { digits } = shortened(count, 0)
  return digits < 0n ? 0 : digits > 100_000n ? 100_000 : Number(digits)
}

const inRange = (count: Decimal, most: number): boolean =>
  compareDecimals(count, decimal(-most)) >= 0 && compareDecimals(count, decimal(most)) <= 0

const plain = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day)

/** Dates are those of the years 1 to 9999. */
const calendarDay = (day: Temporal.PlainDate): string | null =>
  day.year >= 1 && day.year <= 9999 ? day.toString() : null

function inZone(milliseconds: number, { zone }: Reader): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone)
}
