import { timeFormat } from '../time-format.ts'

/**
 * The instant (ms) at which clocks in the zone show this time, `2026-11-22T09:30:00.000`. In the gap of spring
 * the time after it (02:30 → 03:30), in the repeated hour of autumn the first of the two.
 *
 * Written on Intl, because not every browser has Temporal yet.
 */
export function instantIn(zone: string, local: string): number {
  const wall = Date.parse(`${local}Z`)
  if (Number.isNaN(wall)) return NaN
  const before = offsetAt(zone, wall - 86_400_000)
  const after = offsetAt(zone, wall + 86_400_000)
  // Both offsets that may hold around that day; the earlier instant wins when both are right.
  const fits = [wall - before, wall - after].filter((instant) => instant + offsetAt(zone, instant) === wall)
  return fits.length > 0 ? Math.min(...fits) : wall - before
}

/** How far the zone's clocks are ahead of UTC at an instant, in ms. */
function offsetAt(zone: string, instant: number): number {
  const parts = timeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const of = (type: string): number => Number(parts.find((part) => part.type === type)!.value)
  const year = parts.some((part) => part.type === 'era' && part.value.startsWith('B'))
    ? 1 - of('year')
    : of('year')
  const shown = new Date(0)
  shown.setUTCFullYear(year, of('month') - 1, of('day'))
  shown.setUTCHours(of('hour'), of('minute'), of('second'))
  return shown.getTime() - Math.floor(instant / 1000) * 1000
}
