import type { Field, FieldOptions } from '#platform/objects/field.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import { atMost, isBlank, oneLine, quoted, textOf } from '../clean-text.ts'
import { Unfit, type Kind } from '../kind.ts'
import { countryCode, countryName } from './country-code.ts'

/** A postal address. */
export interface Address {
  /** Street, number, and what else stands above the city. */
  readonly street?: string
  readonly city?: string
  /** State, province or canton. */
  readonly region?: string
  readonly postal_code?: string
  /** ISO 3166 code, `DE`. Written as a code or as the country's name in English or German. */
  readonly country?: string
}

export const address = (options: FieldOptions = {}): Field<Address> => ({ ...options, kind: 'address' })

const parts = ['street', 'postal_code', 'city', 'region', 'country'] as const
const longest = 200
const sentence = 'Give an address as street, postal_code, city, region and country.'

export const addressKind: Kind<Address, FieldOptions> = {
  name: 'address',
  label: 'Address',
  icon: 'map-pin',
  family: 'structure',
  parts: { street: 'text', city: 'text', region: 'text', postal_code: 'text', country: 'choice' },
  parse(input) {
    if (isBlank(input)) return null
    if (typeof input !== 'object' || Array.isArray(input)) throw new Unfit(sentence)
    const given = input as JsonObject
    const other = Object.keys(given).find((name) => !(parts as readonly string[]).includes(name))
    if (other !== undefined)
      throw new Unfit(`An address has no ${quoted(other)}. ${sentence}`, 'unknown_part')
    const found = parts.flatMap((name) => {
      const value = partOf(name, given[name] ?? null)
      return value === null ? [] : [[name, value] as const]
    })
    return found.length === 0 ? null : Object.fromEntries(found)
  },
  fromText(text) {
    if (isBlank(text)) return null
    const pieces = text.split(';')
    if (pieces.length === 1) return { street: text }
    if (pieces.length !== parts.length)
      throw new Unfit('Give an address as street; postal code; city; region; country.')
    return Object.fromEntries(parts.map((name, at) => [name, pieces[at]!.trim()]))
  },
  toText: (value) => parts.map((name) => value[name] ?? '').join('; '),
  format(value, _field, { locale }) {
    const { street, city, region, postal_code: code, country } = value
    const cityFirst = ['US', 'CA', 'AU', 'GB', 'IE', 'NZ', 'IN'].includes(country ?? '')
    const place = cityFirst ? [city, words([region, code])] : [words([code, city]), region]
    return [street, ...place, country === undefined ? undefined : countryName(country, locale)]
      .filter(Boolean)
      .join(', ')
  },
  words: (value) => parts.flatMap((name) => value[name] ?? []).join(' '),
  scalar: (value) => parts.map((name) => value[name] ?? '').join('\u0001'),
  schema: () => schema({ type: 'string', pattern: '^[A-Z]{2}$' }),
  writeSchema: () => schema({ type: 'string', examples: ['DE', 'Germany'] }),
  check: ({ options }) => (options.unique === true ? ['cannot be unique.'] : []),
}

function partOf(name: (typeof parts)[number], input: Json): string | null {
  if (isBlank(input)) return null
  // A semicolon separates the parts of an address in a file.
  const value = atMost(oneLine(textOf(input, sentence).replaceAll(';', ',')).replace(/[\s,]+$/, ''), longest)
  if (value === '') return null
  if (name !== 'country') return value
  const code = countryCode(value)
  if (code === undefined)
    throw new Unfit(`${quoted(value)} is not a country; give its name or its two-letter code.`, 'country')
  return code
}

const words = (texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join(' ')

const schema = (country: JsonObject): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(
    parts.map((name) => [name, name === 'country' ? country : { type: 'string', maxLength: longest }]),
  ),
  additionalProperties: false,
})
