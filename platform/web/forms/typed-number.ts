import { Unfit } from '#platform/fields/kind.ts'
import { typingFormat } from '#platform/web/language/reader.ts'

/** `1.250,5` or `1,250.5` as the reader writes it, also `15k` and `2m`. */
export function readNumber(text: string): number {
  const { decimal } = typingFormat()
  const found = /^([-+−]?[\d.,'’\s]+)([kKmM])?$/.exec(text.trim().replaceAll('\u00a0', ' '))
  if (found === null) throw new Unfit(`“${text.trim()}” is not a number.`)
  const group = decimal === '.' ? /[,'’\s]/g : /[.'’\s]/g
  const value = Number(found[1]!.replaceAll(group, '').replace('−', '-').replace(decimal, '.'))
  if (Number.isNaN(value)) throw new Unfit(`“${text.trim()}” is not a number.`)
  const times = found[2] === undefined ? 1 : found[2].toLowerCase() === 'k' ? 1e3 : 1e6
  return Number((value * times).toPrecision(15))
}

/** As the reader would type it: no grouping, so that editing stays easy. */
export function showNumber(value: unknown): string {
  if (typeof value !== 'number') return String(value)
  return String(value).replace('.', typingFormat().decimal)
}
