/**
 * When a repeating task is due again: the same time of day, the next of its days that is still to come. The zone
 * decides what the same time is when clocks change.
 */
export function nextDue(due: string | null, repeat: string, now: Date, zone: string): string {
  const present = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const first = due === null ? present : Temporal.Instant.from(due).toZonedDateTimeISO(zone)
  // Counted from the first day each time: 31 January, 28 February, 31 March.
  for (let times = 1; ; times++) {
    const next = first.add(step(repeat, times))
    if (Temporal.ZonedDateTime.compare(next, present) > 0) return next.toInstant().toString()
  }
}

function step(repeat: string, times: number): Temporal.DurationLike {
  switch (repeat) {
    case 'daily':
      return { days: times }
    case 'weekly':
      return { weeks: times }
    case 'quarterly':
      return { months: 3 * times }
    case 'yearly':
      return { years: times }
    default:
      return { months: times }
  }
}
