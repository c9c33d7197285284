import { quoted } from '../clean-text.ts'
import { Unfit } from '../kind.ts'

const units: Readonly<Record<string, number>> = {
  w: 604_800,
  week: 604_800,
  weeks: 604_800,
  woche: 604_800,
  wochen: 604_800,
  d: 86_400,
  day: 86_400,
  days: 86_400,
  tag: 86_400,
  tage: 86_400,
  tagen: 86_400,
  h: 3600,
  hr: 3600,
  hrs: 3600,
  hour: 3600,
  hours: 3600,
  std: 3600,
  stunde: 3600,
  stunden: 3600,
  m: 60,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  minuten: 60,
  s: 1,
  sec: 1,
  secs: 1,
  sek: 1,
  second: 1,
  seconds: 1,
  sekunde: 1,
  sekunden: 1,
}

/**
 * `1:30` (hours and minutes), `1:30:15`, `90 min`, `1 h 30 min`, `1,5 Std.`, `PT1H30M`; a bare number counts seconds.
 *
 * @returns seconds
 * @throws Unfit
 */
export function readDuration(text: string): number {
  const written = text.trim().toLowerCase().replaceAll(',', '.')
  if (/^\d+(\.\d+)?$/.test(written)) return Number(written)
  const clock = /^(\d{1,7}):([0-5]\d)(?::([0-5]\d))?(?:\s*(?:h|std\.?))?$/.exec(written)
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)
  const iso = /^p(?=[\dt])(\d[\d.]*w)?(\d[\d.]*d)?t?(\d[\d.]*h)?(\d[\d.]*m)?(\d[\d.]*s)?$/.exec(written)
  return sum(iso === null ? written : iso.slice(1).join(''), text)
}

function sum(written: string, text: string): number {
  const unread = new Unfit(`${quoted(text)} is not a duration; give 1:30, 90 min or 2 h.`)
  let seconds = 0
  const rest = written.replaceAll(/(\d+(?:\.\d+)?)\s*([a-z]+)\.?/g, (_all, count: string, name: string) => {
    seconds += Number(count) * (units[name] ?? Number.NaN)
    return ''
  })
  if (rest.trim() !== '' || written === '' || Number.isNaN(seconds)) throw unread
  return seconds
}
