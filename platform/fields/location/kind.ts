import type { Field, FieldOptions } from '#platform/objects/field.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import { isBlank, quoted } from '../clean-text.ts'
import { numberOf, roundTo, shiftText } from '../decimal.ts'
import { Unfit, type Kind } from '../kind.ts'
import { numberFormat } from '../number-format.ts'

/** A place on earth, in degrees (WGS 84). */
export interface Location {
  readonly latitude: number
  readonly longitude: number
}

export const location = (options: FieldOptions = {}): Field<Location> => ({ ...options, kind: 'location' })

const sentence = 'Give a place as latitude and longitude, such as 48.137, 11.575.'

export const locationKind: Kind<Location, FieldOptions> = {
  name: 'location',
  label: 'Location',
  icon: 'map',
  family: 'place',
  parts: { latitude: 'number', longitude: 'number' },
  parse(input) {
    if (isBlank(input)) return null
    if (typeof input === 'string') return checked(read(input))
    if (typeof input !== 'object' || Array.isArray(input)) throw new Unfit(sentence)
    // Maps of many makers shorten the names.
    const { lat, lng, latitude = lat, longitude = lng } = input as JsonObject
    if (isBlank(latitude) && isBlank(longitude)) return null
    return checked({
      latitude: numberOf(latitude ?? null, sentence),
      longitude: numberOf(longitude ?? null, sentence),
    })
  },
  fromText: (text) => (isBlank(text) ? null : { ...read(text) }),
  toText: ({ latitude, longitude }) => `${fixed(latitude)}, ${fixed(longitude)}`,
  format: ({ latitude, longitude }, _field, { locale }) => {
    const degrees = numberFormat(locale, { minimumFractionDigits: 5, maximumFractionDigits: 5 })
    return `${degrees.format(latitude)} / ${degrees.format(longitude)}`
  },
  scalar: ({ latitude }) => latitude,
  schema: () => ({
    type: 'object',
    properties: {
      latitude: { type: 'number', minimum: -90, maximum: 90 },
      longitude: { type: 'number', minimum: -180, maximum: 180 },
    },
    required: ['latitude', 'longitude'],
    additionalProperties: false,
  }),
  check: ({ options }) => (options.unique === true ? ['cannot be unique.'] : []),
}

function read(text: string): Location {
  const found =
    /^\s*(?:geo:)?([-+]?\d+(?:\.\d+)?)\s*°?\s*[,;\s]\s*([-+]?\d+(?:\.\d+)?)\s*°?\s*$/.exec(text) ??
    /^\s*([-+]?\d+(?:,\d+)?)\s*[;/]\s*([-+]?\d+(?:,\d+)?)\s*$/.exec(text)
  if (found === null) throw new Unfit(`${quoted(text)} is not a place. ${sentence}`)
  return { latitude: Number(found[1]!.replace(',', '.')), longitude: Number(found[2]!.replace(',', '.')) }
}

/** Seven decimals are a centimetre. */
function checked({ latitude, longitude }: Location): Location {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    throw new Unfit('A latitude lies within ±90, a longitude within ±180.', 'range')
  }
  return { latitude: roundTo(latitude, 7), longitude: roundTo(longitude, 7) }
}

/** Never as 1e-7. */
const fixed = (degrees: number): string => shiftText(degrees, 0)
