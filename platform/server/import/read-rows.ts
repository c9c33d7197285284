import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import Papa from 'papaparse'
import { malformed } from '#platform/objects/problem.ts'
import type { Json } from '#platform/objects/json.ts'
import type { Dialect } from './dialect.ts'

/** One row of a file: its number (the first is 1, a header not counted) and its cells by column. */
export interface FileRow {
  readonly number: number
  readonly cells: readonly (string | Json)[]
}

/** Names of the columns, then the rows; nothing is held but the row at hand. */
export interface FileRows {
  readonly headers: readonly string[]
  readonly rows: AsyncIterable<FileRow>
}

/** Reads a file of any length in its dialect. @throws Problem 400 when it has no rows or a line is not JSON */
export async function readRows(path: string, dialect: Dialect): Promise<FileRows> {
  return dialect.format === 'ndjson' ? ndjson(path, dialect) : csv(path, dialect)
}

async function csv(path: string, dialect: Dialect): Promise<FileRows> {
  const cells = parsed(path, dialect)[Symbol.asyncIterator]()
  const first = await cells.next()
  if (first.done === true) throw malformed('This file has no rows.')
  const names = first.value.map((cell, at) => (dialect.header ? cell.trim() : '') || `Column ${at + 1}`)
  const headers = distinct(names)
  async function* rows(): AsyncGenerator<FileRow> {
    let number = 0
    if (!dialect.header) yield { number: ++number, cells: first.value as string[] }
    for (let next = await cells.next(); next.done !== true; next = await cells.next()) {
      yield { number: ++number, cells: next.value }
    }
  }
  return { headers, rows: rows() }
}

async function* parsed(path: string, { encoding, delimiter, quote }: Dialect): AsyncGenerator<string[]> {
  const text = Readable.toWeb(
    createReadStream(path, { highWaterMark: 262_144 }),
  ) as ReadableStream<Uint8Array>
  const decoder = new TextDecoderStream(encoding)
  const source = Readable.fromWeb(text.pipeThrough(decoder as never) as never)
  const stream = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter, quoteChar: quote, skipEmptyLines: 'greedy' })
  source.on('error', (error) => stream.destroy(error))
  source.pipe(stream)
  for await (const row of stream) yield row as string[]
}

async function ndjson(path: string, { encoding }: Dialect): Promise<FileRows> {
  const headers = new Set<string>()
  let looked = 0
  for await (const record of records(path, encoding)) {
    for (const name of Object.keys(record)) headers.add(name)
    if (++looked === 1000) break
  }
  if (looked === 0) throw malformed('This file has no rows.')
  const names = [...headers]
  async function* rows(): AsyncGenerator<FileRow> {
    let number = 0
    for await (const record of records(path, encoding)) {
      yield { number: ++number, cells: names.map((name) => record[name] ?? '') }
    }
  }
  return { headers: names, rows: rows() }
}

async function* records(path: string, encoding: string): AsyncGenerator<Record<string, Json>> {
  const lines = createInterface({
    input: createReadStream(path, { encoding: encoding === 'utf-16le' ? 'utf16le' : 'utf8' }),
    crlfDelay: Infinity,
  })
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() === '') continue
    yield parseLine(line, number)
  }
}

function parseLine(line: string, number: number): Record<string, Json> {
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''))
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, Json>
  } catch {
    // said below
  }
  throw malformed(`Line ${number} is not a JSON object.`)
}

/** Two columns of the same name are told apart: `Phone`, `Phone (2)`. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
