import type { Json, JsonObject } from '#platform/objects/json.ts'

/** What is wrong with a value by the part of JSON Schema that kinds use; nothing when it fits. */
export function schemaFault(schema: JsonObject, value: Json, at = 'value'): string | undefined {
  const says = (keyword: string, holds: (limit: any) => boolean): string | undefined =>
    schema[keyword] === undefined || holds(schema[keyword])
      ? undefined
      : `${at} breaks ${keyword}: ${JSON.stringify(value)}`
  const unknown = Object.keys(schema).find((keyword) => !known.has(keyword))
  if (unknown !== undefined) return `${at}: the test does not know the keyword ${unknown}`
  return (
    says('type', (type: string | string[]) => [type].flat().some((one) => hasType(one, value))) ??
    says('enum', (values: Json[]) => values.includes(value)) ??
    says('pattern', (pattern: string) => new RegExp(pattern, 'u').test(String(value))) ??
    says('maxLength', (max: number) => typeof value !== 'string' || value.length <= max) ??
    says('minimum', (min: number) => typeof value !== 'number' || value >= min) ??
    says('maximum', (max: number) => typeof value !== 'number' || value <= max) ??
    says('minItems', (min: number) => !Array.isArray(value) || value.length >= min) ??
    says('maxItems', (max: number) => !Array.isArray(value) || value.length <= max) ??
    says('anyOf', (any: JsonObject[]) => any.some((one) => schemaFault(one, value, at) === undefined)) ??
    memberFault(schema, value, at)
  )
}

const known = new Set([
  'type',
  'enum',
  'pattern',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'anyOf',
  'properties',
  'required',
  'items',
  'additionalProperties',
  'format',
  'description',
  'examples',
  'contentMediaType',
])

function memberFault(schema: JsonObject, value: Json, at: string): string | undefined {
  if (Array.isArray(value)) {
    const { items } = schema
    if (items === undefined) return undefined
    return value
      .map((one: Json, index) => schemaFault(items as JsonObject, one, `${at}[${index}]`))
      .find(Boolean)
  }
  if (typeof value !== 'object' || value === null) return undefined
  const properties = (schema['properties'] ?? {}) as Record<string, JsonObject>
  const missing = ((schema['required'] ?? []) as string[]).find((name) => !Object.hasOwn(value, name))
  if (missing !== undefined) return `${at} lacks ${missing}`
  return Object.entries(value)
    .map(([name, one]) => {
      if (properties[name] !== undefined) return schemaFault(properties[name], one as Json, `${at}.${name}`)
      return schema['additionalProperties'] === false ? `${at} has ${name}` : undefined
    })
    .find(Boolean)
}

function hasType(type: string, value: Json): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}
