import type { Field, FieldOptions } from '#platform/objects/field.ts'
import type { Json } from '#platform/objects/json.ts'
import { cleanText, isBlank } from '../clean-text.ts'
import { Unfit, type Kind } from '../kind.ts'

/** Any JSON value up to 100 kB, for settings and what comes from other systems. A text is taken as a text, not read. */
export const json = <Value = Json>(options: FieldOptions = {}): Field<Value> => ({ ...options, kind: 'json' })

const largest = 100_000
const deepest = 64

export const jsonKind: Kind<Json, FieldOptions> = {
  name: 'json',
  label: 'JSON',
  icon: 'braces',
  family: 'opaque',
  parse(input) {
    if (input === null || input === undefined) return null
    const value = plain(input, 0)
    const size = JSON.stringify(value).length
    if (size > largest)
      throw new Unfit(`Give JSON of at most 100 kB; this has ${Math.ceil(size / 1000)} kB.`, 'too_long')
    return value
  },
  fromText(text) {
    if (isBlank(text)) return null
    try {
      return JSON.parse(text) as Json
    } catch {
      throw new Unfit('This is not JSON; give something like {"a": 1}.')
    }
  },
  toText: (value) => JSON.stringify(value),
  format: (value) => JSON.stringify(value),
  scalar: (value) => JSON.stringify(value),
  schema: () => ({ description: 'Any JSON value.' }),
  check: ({ options }) => (options.unique === true ? ['cannot be unique.'] : []),
}

/** Only what JSON and PostgreSQL can hold: no NUL, no half surrogates, no endless nesting, no foreign objects. */
function plain(input: unknown, depth: number): Json {
  if (depth > deepest) throw new Unfit(`Nest JSON at most ${deepest} levels deep.`, 'too_deep')
  if (input === null || typeof input === 'boolean') return input
  if (typeof input === 'string') return cleanText(input)
  if (typeof input === 'number' && Number.isFinite(input)) return input === 0 ? 0 : input
  if (Array.isArray(input)) return Array.from(input, (one: unknown) => plain(one, depth + 1))
  const parent = typeof input === 'object' ? (Object.getPrototypeOf(input) as unknown) : undefined
  if (typeof input !== 'object' || (parent !== Object.prototype && parent !== null))
    throw new Unfit('Give a JSON value.')
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [cleanText(key), plain(value, depth + 1)]),
  )
}
