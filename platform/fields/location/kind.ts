import type { Field, FieldOptions } from '#platform/objects/field.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import { isBlank, quoted } from '../clean-text.ts'
import { numberOf, roundTo } from '../decimal.ts'
import { Unfit, type Kind } from '../kind.ts'
import { numberFormat } from '../number-format.ts'

/** A place on earth, in degrees (WGS 84). */
export interface Location {
  readonly lat: number
  readonly lng: number
}

export const location = (options: FieldOptions = {}): Field<Location> => ({ ...options, kind: 'location' })

const sentence = 'Give a place as latitude and longitude, such as 48.137, 11.575.'

export const locationKind: Kind<Location, FieldOptions> = {
  name: 'location',
  label: 'Location',
  icon: 'map',
  family: 'place',
  parts: { lat: 'number', lng: 'number' },
  parse(input) {
    if (isBlank(input)) return null
    if (typeof input === 'string') return checked(read(input))
    if (typeof input !== 'object' || Array.isArray(input)) throw new Unfit(sentence)
    const { lat, lng } = input as JsonObject
    if (isBlank(lat) && isBlank(lng)) return null
    return checked({ lat: numberOf(lat ?? null, sentence), lng: numberOf(lng ?? null, sentence) })
  },
  fromText: (text) => (isBlank(text) ? null : { ...read(text) }),
  toText: ({ lat, lng }) => `${lat}, ${lng}`,
  format: ({ lat, lng }, _field, { locale }) => {
    const degrees = numberFormat(locale, { minimumFractionDigits: 5, maximumFractionDigits: 5 })
    return `${degrees.format(lat)} / ${degrees.format(lng)}`
  },
  scalar: ({ lat }) => lat,
  schema: () => ({
    type: 'object',
    properties: {
      lat: { type: 'number', minimum: -90, maximum: 90 },
      lng: { type: 'number', minimum: -180, maximum: 180 },
    },
    required: ['lat', 'lng'],
    additionalProperties: false,
  }),
  check: ({ options }) => (options.unique === true ? ['cannot be unique.'] : []),
}

function read(text: string): Location {
  const found =
    /^\s*(?:geo:)?([-+]?\d+(?:\.\d+)?)\s*°?\s*[,;\s]\s*([-+]?\d+(?:\.\d+)?)\s*°?\s*$/.exec(text) ??
    /^\s*([-+]?\d+(?:,\d+)?)\s*[;/]\s*([-+]?\d+(?:,\d+)?)\s*$/.exec(text)
  if (found === null) throw new Unfit(`${quoted(text)} is not a place. ${sentence}`)
  return { lat: Number(found[1]!.replace(',', '.')), lng: Number(found[2]!.replace(',', '.')) }
}

/** Seven decimals are a centimetre. */
function checked({ lat, lng }: Location): Location {
  if (Math.abs(lat) > 90 || Math.abs(lng) > 180) throw new Unfit('A latitude lies within ±90, a longitude within ±180.', 'range')
  return { lat: roundTo(lat, 7), lng: roundTo(lng, 7) }
}
