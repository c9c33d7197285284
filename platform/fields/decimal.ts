import type { Json } from '#platform/objects/json.ts'
import { quoted } from './clean-text.ts'
import { Unfit, type TextFormat } from './kind.ts'

/** Everything beyond is no figure of a business, and would not stay exact. */
const limit = 1e15

/**
 * A JSON number, or a text that is one (`"1250.50"`).
 *
 * @throws Unfit
 */
export function numberOf(input: Json, sentence: string): number {
  const given =
    typeof input === 'string' && /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?\s*$/i.test(input)
      ? Number(input)
      : input
  if (typeof given !== 'number' || !Number.isFinite(given)) throw new Unfit(sentence)
  if (Math.abs(given) >= limit) throw new Unfit('Give a number below one quadrillion.', 'too_large')
  return given === 0 ? 0 : given
}

/** Half away from zero on the decimals that the number shows: 1.005 → 1.01, which binary arithmetic misses. */
export function roundTo(value: number, decimals: number): number {
  const [digits = '', exponent = '0'] = String(Math.abs(value)).split('e')
  const shown = (digits.split('.')[1]?.length ?? 0) - Number(exponent)
  if (shown <= decimals) return value
  const rounded = Math.round(Number(`${digits}e${Number(exponent) + decimals}`))
  const result = Math.sign(value) * Number(`${rounded}e-${decimals}`)
  return result === 0 ? 0 : result
}

/** 0.3 by 2 places → `30`, exact in its decimals. */
export function shiftText(value: number, places: number): string {
  const [digits = '', exponent = '0'] = String(Math.abs(value)).split('e')
  const [whole = '', fraction = ''] = digits.split('.')
  const point = whole.length + Number(exponent) + places
  const all = whole + fraction
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${all}` : all.padEnd(point, '0')
  const at = Math.max(point, 1)
  const text = `${padded.slice(0, at)}.${padded.slice(at)}`.replace(/\.?0*$/, '').replace(/^0+(?=\d)/, '')
  return value < 0 && text !== '0' ? `-${text}` : text
}

/**
 * `1.234,56`, `1 234.56`, `1'234`, `(12.50)`, `12-` as a file writes them. Groups of digits must be real ones, so that
 * a `12,5` in a file with decimal points is refused and not taken for 125.
 *
 * @throws Unfit
 */
export function readNumber(text: string, format: Pick<TextFormat, 'decimal'>): number {
  const written = text.trim().replaceAll('−', '-')
  if (/^[-+]?\d(\.\d+)?e[-+]?\d{1,3}$/i.test(written)) return Number(written)
  const found = /^(\()?([-+])?\s*(.*?)\s*(-)?(\))?$/.exec(written)
  const negative = found?.[2] === '-' || found?.[4] === '-' || found?.[1] !== undefined
  const digits = found === null ? '' : plainDigits(found[3]!, format.decimal)
  const balanced = (found?.[1] === undefined) === (found?.[5] === undefined)
  if (digits === '' || !balanced) throw notANumber(text, format.decimal)
  return (negative ? -1 : 1) * Number(digits)
}

function plainDigits(text: string, decimal: TextFormat['decimal']): string {
  const group = decimal === '.' ? ',' : '.'
  const [whole = '', fraction, ...more] = text.split(decimal)
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return ''
  if (whole === '' && fraction !== undefined) return `0.${fraction}`
  const separator = /[^\d]/.exec(whole)?.[0]
  if (separator === undefined) return /^\d+$/.test(whole) ? join(whole, fraction) : ''
  if (separator !== group && !/['’\s]/.test(separator)) return ''
  const groups = whole.split(separator)
  const real = groups.every((part, at) =>
    (at === 0 ? /^\d{1,3}$/ : at === groups.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(part),
  )
  return real ? join(groups.join(''), fraction) : ''
}

const join = (whole: string, fraction: string | undefined): string =>
  fraction === undefined ? whole : `${whole}.${fraction}`

function notANumber(text: string, decimal: string): Unfit {
  return new Unfit(
    `${quoted(text)} is not a number with a decimal ${decimal === '.' ? 'point' : 'comma'}.`,
    'number',
  )
}

/** Sentences about the options that kinds of numbers share. */
export function checkRange(options: {
  readonly min?: number
  readonly max?: number
  readonly decimals?: number
}): string[] {
  const faults: string[] = []
  const { min, max, decimals } = options
  if (min !== undefined && max !== undefined && min > max) faults.push('has a min above its max.')
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= 10)) {
    faults.push('can have 0 to 10 decimals.')
  }
  return faults
}

/** @throws Unfit when the value is outside of min and max */
export function withinRange(
  value: number,
  options: { readonly min?: number; readonly max?: number },
  show: (limit: number) => string = String,
): number {
  if (options.min !== undefined && value < options.min)
    throw new Unfit(`Give at least ${show(options.min)}.`, 'too_small')
  if (options.max !== undefined && value > options.max)
    throw new Unfit(`Give at most ${show(options.max)}.`, 'too_large')
  return value
}
