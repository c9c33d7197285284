import { readNumber } from '#platform/fields/decimal.ts'
import { typingFormat } from '#platform/web/language/reader.ts'

/** `1.250,5` or `1,250.5` as the reader writes it, also `15k` and `2m`. @throws Unfit */
export function typedNumber(text: string): number {
  const found = /^(.*\d)\s?([kKmM])$/.exec(text.trim())
  const value = readNumber(found?.[1] ?? text, typingFormat())
  if (found === null) return value
  return Number((value * (found[2]!.toLowerCase() === 'k' ? 1e3 : 1e6)).toPrecision(15))
}

/** As the reader would type it: no grouping, so that editing stays easy. */
export function shownNumber(value: unknown): string {
  if (typeof value !== 'number') return String(value)
  return String(value).replace('.', typingFormat().decimal)
}
