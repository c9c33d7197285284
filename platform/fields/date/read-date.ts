import { quoted } from '../clean-text.ts'
import { Unfit, type TextFormat } from '../kind.ts'

/** Whether the calendar has such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false
  return day <= lengthOf(year, month)
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function lengthOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : lengths[month - 1]!
}

/**
 * A day as a file writes it → `2026-11-22`. ISO always; else in the order that the file uses; month names in English
 * and German. Two-digit years lie between 1970 and 2069.
 *
 * @throws Unfit
 */
export function readDate(text: string, order: TextFormat['dates']): string {
  const written = text.trim()
  const parts = isoParts(written) ?? figureParts(written, order) ?? namedParts(written)
  if (parts === undefined) throw new Unfit(`${quoted(written)} is not a date; write it as 2026-11-22.`)
  const [year, month, day] = parts
  if (!isDay(year, month, day))
    throw new Unfit(`There is no day ${quoted(written)} in the calendar.`, 'no_such_day')
  return isoDate(year, month, day)
}

export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

type Parts = readonly [year: number, month: number, day: number]

function isoParts(text: string): Parts | undefined {
  const found = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text)
  return found === null ? undefined : [Number(found[1]), Number(found[3]), Number(found[4])]
}

function figureParts(text: string, order: TextFormat['dates']): Parts | undefined {
  const found = /^(\d{1,4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,4})$/.exec(text)
  if (found === null) return undefined
  const [first, second, third] = [found[1]!, found[2]!, found[3]!]
  if (order === 'ymd') return [fullYear(first), Number(second), Number(third)]
  if (order === 'dmy') return [fullYear(third), Number(second), Number(first)]
  return [fullYear(third), Number(first), Number(second)]
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const germanNames: Readonly<Record<string, number>> = { mär: 3, mrz: 3, mae: 3, mai: 5, okt: 10, dez: 12 }

function namedParts(text: string): Parts | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(\p{L}+)\.?,?[\s-]+(\d{4}|\d{2})$/u.exec(text)
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th|\.)?,?\s+(\d{4}|\d{2})$/u.exec(text)
  const name = (dayFirst?.[2] ?? monthFirst?.[1])?.toLowerCase().slice(0, 3)
  if (name === undefined) return undefined
  const month = germanNames[name] ?? monthNames.indexOf(name) + 1
  return month === 0
    ? undefined
    : [fullYear((dayFirst ?? monthFirst)![3]!), month, Number(dayFirst?.[1] ?? monthFirst?.[2])]
}

function fullYear(text: string): number {
  const year = Number(text)
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year
}
