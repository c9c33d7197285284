import type { JsonObject } from '#platform/objects/json.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Dialect } from './dialect.ts'
import type { ImportPlan } from './import-plan.ts'

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'macintosh']

/** A plan from outside, with what it leaves out taken from the guess. @throws Problem 400 naming what does not fit */
export function readPlan(
  object: string,
  given: JsonObject,
  guessed: Dialect,
  mapping: ImportPlan['mapping'],
): ImportPlan {
  return {
    object,
    dialect: readDialect(record(given['dialect'], 'dialect'), guessed),
    mapping: given['mapping'] === undefined ? mapping : texts(record(given['mapping'], 'mapping'), 'mapping'),
    fixes: Object.fromEntries(
      Object.entries(record(given['fixes'], 'fixes')).map(([column, fixes]) => [
        column,
        texts(record(fixes, 'fixes'), 'fixes'),
      ]),
    ),
    key: text(given['key'], 'key'),
    existing: oneOf(given['existing'], ['update', 'skip'], 'existing'),
    duplicates: oneOf(given['duplicates'], ['reject', 'create'], 'duplicates'),
    constants: record(given['constants'], 'constants'),
    factors: numbers(record(given['factors'], 'factors')),
    repeated: oneOf(given['repeated'], ['reject', 'skip'], 'repeated'),
  }
}

export function readDialect(given: JsonObject, guessed: Dialect): Dialect {
  const dialect = { ...guessed, ...given } as Dialect
  if (!encodings.includes(dialect.encoding)) throw malformed(`Encodings are ${encodings.join(', ')}.`)
  if (typeof dialect.delimiter !== 'string' || dialect.delimiter.length !== 1)
    throw malformed('A delimiter is one sign, such as a comma.')
  if (dialect.quote !== '"' && dialect.quote !== "'") throw malformed('A quote is " or \'.')
  if (!['ymd', 'dmy', 'mdy'].includes(dialect.dates)) throw malformed('Dates are written ymd, dmy or mdy.')
  if (dialect.decimal !== '.' && dialect.decimal !== ',')
    throw malformed('A decimal sign is a point or a comma.')
  if (!['csv', 'ndjson'].includes(dialect.format)) throw malformed('Files are csv or ndjson.')
  return { ...dialect, header: dialect.header !== false }
}

function record(value: unknown, name: string): JsonObject {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw malformed(`“${name}” is a JSON object.`)
  return value as JsonObject
}

function texts(given: JsonObject, name: string): Record<string, string | null> {
  for (const value of Object.values(given))
    if (value !== null && typeof value !== 'string') throw malformed(`The values of “${name}” are texts.`)
  return given as Record<string, string | null>
}

function numbers(given: JsonObject): Record<string, number> {
  for (const value of Object.values(given))
    if (typeof value !== 'number' || !Number.isFinite(value)) throw malformed('“factors” are numbers.')
  return given as Record<string, number>
}

function text(value: unknown, name: string): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string') throw malformed(`“${name}” is a text.`)
  return value
}

function oneOf<Choice extends string>(
  value: unknown,
  choices: readonly [Choice, ...Choice[]],
  name: string,
): Choice {
  if (value === undefined || value === null) return choices[0]
  if (!choices.includes(value as Choice)) throw malformed(`“${name}” is ${choices.join(' or ')}.`)
  return value as Choice
}
