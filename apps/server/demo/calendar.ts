/** The year that the demo tells of, in days: 0 is its first, `last` the last one that is over. */
export interface Calendar {
  readonly zone: string
  readonly last: number
  /** A moment of a day, in the firm's zone. */
  at(day: number, hour: number, minute?: number): Date
  /** `2026-11-22` */
  date(day: number): string
  /** The day itself when people work on it, else the next one that they do; never after the last. */
  workday(day: number): number
  /**
   * When somebody gets round to writing down what happens on a day: half of the people on Mondays and Thursdays,
   * half on Tuesdays and Fridays; talks on the second of these only.
   */
  writingDay(day: number, half: number, seldom: boolean): number
  /** 1–12 */
  month(day: number): number
}

const year = 364

/** The year up to now. The last day is one whose working hours are over, so that nothing lies in the future. */
export function calendarUpTo(now: Date, zone: string): Calendar {
  const present = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const today = present.toPlainDate()
  const first = today.subtract({ days: year })
  const dayOf = (day: number): Temporal.PlainDate => first.add({ days: day })
  const isWeekend = (day: number): boolean => dayOf(day).dayOfWeek > 5
  const next = (day: number, fits: (one: number) => boolean): number => {
    let found = day
    while (found < last && !fits(found)) found++
    return Math.min(found, last)
  }
  let last = present.hour >= 19 ? year : year - 1
  while (isWeekend(last)) last--
  return {
    zone,
    last,
    at(day, hour, minute = 0) {
      const moment = dayOf(day).toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } })
      return new Date(moment.epochMilliseconds)
    },
    date: (day) => dayOf(day).toString(),
    workday: (day) => next(day, (one) => !isWeekend(one)),
    writingDay(day, half, seldom) {
      const days = [
        [1, 4],
        [2, 5],
      ][half]!.slice(seldom ? 1 : 0)
      return day === 0 ? 0 : next(day, (one) => days.includes(dayOf(one).dayOfWeek))
    },
    month: (day) => dayOf(day).month,
  }
}
