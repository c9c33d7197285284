import Papa from 'papaparse'
import type { Dialect } from './dialect.ts'
import { guessFormat } from './guess-format.ts'

/** Bytes that a guess looks at. */
export const sampleBytes = 262_144

const delimiters = [',', ';', '\t', '|']

/**
 * Guesses how a file is written from its first bytes: encoding by its mark, else UTF-8 if it is valid, else
 * Windows-1252; delimiter and quote by which gives the most even rows.
 */
export function guessDialect(sample: Buffer, isWhole: boolean): Dialect {
  const encoding = guessEncoding(sample, isWhole)
  const text = decoded(sample, encoding)
  if (isNdjson(text)) {
    return {
      format: 'ndjson',
      encoding,
      delimiter: ',',
      quote: '"',
      header: true,
      dates: 'ymd',
      decimal: '.',
    }
  }
  const quote = guessQuote(text)
  const [delimiter, rows] = bestDelimiter(text, quote, isWhole)
  const header = hasHeader(rows)
  const columns = columnsOf(header ? rows.slice(1) : rows)
  return { format: 'csv', encoding, delimiter, quote, header, ...guessFormat(columns) }
}

export function decoded(bytes: Buffer, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes)
}

function guessEncoding(bytes: Buffer, isWhole: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 400)
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length)
  if (zeros[1]! > head.length / 4) return 'utf-16le'
  if (zeros[0]! > head.length / 4) return 'utf-16be'
  try {
    // A sample may end inside a character: streaming tolerates that, anything else is not UTF-8.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

function isNdjson(text: string): boolean {
  const first = text.trimStart().split('\n', 1)[0]!
  if (!first.startsWith('{')) return false
  try {
    JSON.parse(first)
    return true
  } catch {
    return false
  }
}

function guessQuote(text: string): string {
  const at = (sign: string): number => [...text.matchAll(new RegExp(`(^|[,;\\t|\\n])${sign}`, 'g'))].length
  return at("'") > at('"') * 2 && at("'") > 2 ? "'" : '"'
}

/** The delimiter with the most columns per row, weighed down when rows differ in length. */
function bestDelimiter(text: string, quote: string, isWhole: boolean): [string, string[][]] {
  const tries = delimiters.map((delimiter) => {
    const rows = Papa.parse<string[]>(text, {
      delimiter,
      quoteChar: quote,
      preview: 200,
      skipEmptyLines: 'greedy',
    }).data
    const whole = isWhole || rows.length === 200 ? rows : rows.slice(0, -1)
    const widths = whole.map((row) => row.length)
    const usual = mostCommon(widths)
    const even = widths.filter((width) => width === usual).length / Math.max(widths.length, 1)
    return {
      delimiter,
      rows: whole.length > 0 ? whole : rows,
      score: usual < 2 ? 0 : even * Math.log2(usual + 1) * (even > 0.9 ? 2 : 1),
    }
  })
  const best = tries.reduce((one, other) => (other.score > one.score ? other : one))
  return [best.delimiter, best.rows]
}

function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** A first row of filled, different texts, none of which is a number, date or address of mail, names the columns. */
function hasHeader([first, ...rest]: readonly string[][]): boolean {
  if (first === undefined) return true
  const cells = first.map((cell) => cell.trim())
  const looksLikeData = cells.some((cell) => /^[-+]?[\d.,/: -]+$/.test(cell) || /@.+\./.test(cell))
  const isDistinct =
    new Set(cells.filter((cell) => cell !== '')).size === cells.filter((cell) => cell !== '').length
  return rest.length === 0 || (isDistinct && !looksLikeData)
}

function columnsOf(rows: readonly string[][]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, at) =>
    rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== ''),
  )
}
