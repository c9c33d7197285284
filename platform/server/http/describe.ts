import type { JsonObject } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'

/** Pieces of descriptions that many routes share. */
export const text: JsonObject = { type: 'string' }
export const uuid: JsonObject = { type: 'string', format: 'uuid' }
export const anyObject: JsonObject = { type: 'object', additionalProperties: true }

export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
export const list = (items: JsonObject): JsonObject => ({ type: 'array', items })

/** An object whose named properties are all there. */
export const shape = (
  properties: Readonly<Record<string, JsonObject>>,
  optional: readonly string[] = [],
): JsonObject => {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', properties, ...(required.length === 0 ? {} : { required }) }
}

export const inQuery = (name: string, description: string, schema: JsonObject = text): JsonObject => ({
  name,
  description,
  schema,
  in: 'query',
})

/** Names of an object's schemas. */
export const recordSchema = ({ name }: ObjectModel): string => pascal(name)
export const writeSchema = ({ name }: ObjectModel): string => `${pascal(name)}Write`

/** `opportunity_line` → `OpportunityLine` */
export function pascal(name: string): string {
  return name
    .split(/[_-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
