import type { ParseContext } from '#platform/fields/kind.ts'
import { known } from '../did-you-mean.ts'
import { renamedSentence } from '../former-name.ts'
import type { Json, JsonObject } from '../json.ts'
import type { FieldModel, Model, ObjectModel } from '../model.ts'
import { malformed, type Problem } from '../problem.ts'
import type { Filter, Related } from './filter.ts'

/** What the parsing functions hand on to each other. */
export interface Parsing {
  readonly model: Model
  readonly object: ObjectModel
  readonly path: string
  readonly depth: number
  readonly budget: { left: number }
  readonly readable: (object: string, field: string) => boolean
  readonly context: ParseContext
  /** Parses a nested filter. */
  readonly conditions: (json: Json | undefined, at: Parsing) => Filter
}

export const deepest = 12
export const mostConditions = 1_000

/** `{ id, title }`, the way the API answers a link; to a filter it means the id. */
export function isLink(value: JsonObject): boolean {
  const keys = Object.keys(value)
  return (
    keys.length === 2 &&
    Object.hasOwn(value, 'id') &&
    Object.hasOwn(value, 'title') &&
    typeof value['id'] === 'string'
  )
}

/** A field by name, where the reader may read it. */
export function fieldAt(name: string, at: Parsing): FieldModel | undefined {
  const field = at.object.fields.get(name)
  return field !== undefined && at.readable(at.object.name, name) ? field : undefined
}

/** The other side of a reference by name, where the reader may read that reference. */
export function childrenAt(name: string, at: Parsing): Related | undefined {
  const children = at.object.children.get(name)
  if (children === undefined || !at.readable(children.object, children.field)) return undefined
  const object = at.model.object(children.object)
  return { name, object, by: { children, field: object.fields.get(children.field)! } }
}

/** The error for a name that is neither a field nor a list of the object. */
export function unknownField(name: string, at: Parsing): Problem {
  const names = [
    ...[...at.object.fields.keys()].filter((one) => at.readable(at.object.name, one)),
    ...[...at.object.children.values()]
      .filter((one) => at.readable(one.object, one.field))
      .map((one) => one.name),
  ]
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name
  return wrong(
    { ...at, path: joined(at.path, shown) },
    renamedSentence(at.object, name, (now) => at.readable(at.object.name, now)) ??
      `${at.object.name} has no field “${shown}”; ${known(name, names)}`,
    'unknown_field',
  )
}

/** The error at this place of the filter. */
export function wrong(at: Parsing, message: string, code = 'malformed'): Problem {
  const path = at.path === '' ? 'filter' : at.path
  const whole = /^(is|has|must|cannot) /.test(message) ? `${path} ${message}` : `${path}: ${message}`
  return malformed(whole, [{ field: path, code, message }])
}

/** Long keys of a hostile filter must not swell the answer. */
export function joined(path: string, key: string): string {
  const step = key.length > 64 ? `${key.slice(0, 64)}…` : key
  return path === '' ? step : `${path}.${step}`
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
