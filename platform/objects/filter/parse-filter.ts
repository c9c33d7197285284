import type { ParseContext } from '#platform/fields/kind.ts'
import { known } from '../did-you-mean.ts'
import { renamedSentence } from '../former-name.ts'
import type { FilterJson, Json, JsonObject } from '../json.ts'
import type { FieldModel, Model, ObjectModel } from '../model.ts'
import { malformed, type Problem } from '../problem.ts'
import { familyOf, operators } from './family.ts'
import { allOf, type Filter, type Related, type Subject } from './filter.ts'
import { parseRelated } from './parse-related.ts'
import { parseTest } from './parse-test.ts'
import { subjectOf } from './subject.ts'

export interface ParseOptions {
  /** Whether a field may be read; one that may not is refused like one that is not there. Default: all may. */
  readonly readable?: (object: string, field: string) => boolean
  /** Who writes the filter: decides what operands without zone, currency or country mean. A `Reader` will do. */
  readonly reader?: Omit<ParseContext, 'country'> & { readonly country?: string }
}

/** What the parsing functions hand on to each other. */
export interface Parsing {
  readonly model: Model
  readonly object: ObjectModel
  readonly path: string
  readonly depth: number
  readonly budget: { left: number }
  readonly readable: (object: string, field: string) => boolean
  readonly context: ParseContext
}

export const deepest = 12
export const mostConditions = 1_000

/**
 * Reads a filter of the filter language (docs/filter-language.md) on records of `object`.
 *
 * @throws Problem 400 `malformed`: where in the filter, what is wrong, what is known.
 * @example parseFilter(model, 'opportunity', { amount: { gte: 1000 }, company: { industry: 'software' } })
 */
export function parseFilter(model: Model, object: string, json: FilterJson, options: ParseOptions = {}): Filter {
  return parseConditions(json, {
    model,
    object: model.object(object),
    path: '',
    depth: 0,
    budget: { left: mostConditions },
    readable: options.readable ?? (() => true),
    context: { zone: 'UTC', currency: 'EUR', country: '', now: new Date(), me: null, ...options.reader },
  })
}

/** A filter object: several keys mean and. */
export function parseConditions(json: Json | undefined, at: Parsing): Filter {
  if (at.depth > deepest) throw wrong(at, `is nested too deeply; ${deepest} levels are allowed.`)
  if (!isObject(json)) throw wrong(at, 'must be a filter, such as {"name": "Acme"}.')
  return allOf(Object.entries(json).map(([key, value]) => parseCondition(key, value, at)))
}

function parseCondition(key: string, value: Json, at: Parsing): Filter {
  if (--at.budget.left < 0) throw wrong(at, `has too many conditions; ${mostConditions} are allowed.`)
  const below = { ...at, path: joined(at.path, key), depth: at.depth + 1 }
  if (key === 'and' || key === 'or') {
    if (!Array.isArray(value)) throw wrong(below, `must be a list of filters.`)
    const filters = value.map((one, index) => parseConditions(one, { ...below, path: `${below.path}[${index}]` }))
    return { op: key, filters }
  }
  if (key === 'not') return { op: 'not', filter: parseConditions(value, below) }
  const dot = key.indexOf('.')
  if (dot > 0) return parseCondition(key.slice(0, dot), { [key.slice(dot + 1)]: value }, { ...at, depth: at.depth + 1 })
  const field = fieldAt(key, at)
  if (field !== undefined) return parseField(field, value, below)
  const related = childrenAt(key, at)
  if (related !== undefined) return parseRelated(related, undefined, value, below)
  throw unknownField(key, at)
}

function parseField(field: FieldModel, value: Json, at: Parsing): Filter {
  const family = familyOf(field)
  if (family === 'one' && field.relation !== undefined) return parseReference(field, value, at)
  if (family === 'many' && field.relation !== undefined) {
    const related: Related = { name: field.name, object: at.model.object(field.relation.to), by: { links: field } }
    return parseRelated(related, field, value, at)
  }
  return parseSubject(subjectOf(field), value, at)
}

/** Operators and parts of a plain value. */
function parseSubject(subject: Subject, value: Json, at: Parsing): Filter {
  if (!isObject(value)) return parseTest(subject, 'eq', value, at, Object.keys(subject.part === undefined ? (subject.field.kind.parts ?? {}) : {}))
  return allOf(
    Object.entries(value).map(([key, operand]) => {
      if (--at.budget.left < 0) throw wrong(at, `has too many conditions; ${mostConditions} are allowed.`)
      const below = { ...at, path: joined(at.path, key), depth: at.depth + 1 }
      const parts = subject.part === undefined ? (subject.field.kind.parts ?? {}) : {}
      if (Object.hasOwn(parts, key)) {
        if (below.depth > deepest) throw wrong(at, `is nested too deeply; ${deepest} levels are allowed.`)
        return parseSubject(subjectOf(subject.field, key), operand, below)
      }
      return parseTest(subject, key, operand, below, Object.keys(parts))
    }),
  )
}

/** A reference: an id, `me`, `my team`, operators, or a filter on the other record; several of them mean and. */
function parseReference(field: FieldModel, value: Json, at: Parsing): Filter {
  const subject = subjectOf(field)
  const test = (operator: string, operand: Json, where: Parsing): Filter =>
    parseMyTeam(field, operator, operand, where) ?? parseTest(subject, operator, operand, where)
  if (!isObject(value) || isLink(value)) return test('eq', value, at)
  const own = Object.entries(value).filter(([key]) => operators.one.includes(key))
  const nested = Object.entries(value).filter(([key]) => !operators.one.includes(key))
  const filters: Filter[] = own.map(([key, operand]) => test(key, operand, { ...at, path: joined(at.path, key) }))
  if (nested.length > 0 || own.length === 0) {
    const object = at.model.object(field.relation!.to)
    filters.push({ op: 'through', field, object, filter: parseConditions(Object.fromEntries(nested), { ...at, object }) })
  }
  return allOf(filters)
}

/** A person of `my team`: one whose team is among the reader's. Undefined when nobody asks for that. */
function parseMyTeam(field: FieldModel, operator: string, operand: Json, at: Parsing): Filter | undefined {
  const given: readonly Json[] = Array.isArray(operand) ? operand : [operand]
  const isTeam = (one: Json): boolean => typeof one === 'string' && one.toLowerCase() === 'my team'
  if (field.relation?.to !== 'user' || operator === 'empty' || !given.some(isTeam)) return undefined
  const object = at.model.object('user')
  const team = object.fields.get('team')
  if (team === undefined) return undefined
  const filter: Filter = { op: 'is', subject: subjectOf(team), test: { is: 'in', operands: [{ person: 'my team' }], negated: false } }
  const others = given.filter((one) => !isTeam(one))
  const filters: Filter[] = [{ op: 'through', field, object, filter }]
  if (others.length > 0) filters.push(parseTest(subjectOf(field), 'in', others, at))
  const any: Filter = filters.length === 1 ? filters[0]! : { op: 'or', filters }
  return operator === 'ne' || operator === 'notIn' ? { op: 'not', filter: any } : any
}

/** `{ id, title }`, the way the API answers a link; to a filter it means the id. */
export function isLink(value: JsonObject): boolean {
  const keys = Object.keys(value)
  return keys.length === 2 && Object.hasOwn(value, 'id') && Object.hasOwn(value, 'title') && typeof value['id'] === 'string'
}

/** A field by name, where the reader may read it. */
export function fieldAt(name: string, at: Parsing): FieldModel | undefined {
  const field = at.object.fields.get(name)
  return field !== undefined && at.readable(at.object.name, name) ? field : undefined
}

function childrenAt(name: string, at: Parsing): Related | undefined {
  const children = at.object.children.get(name)
  if (children === undefined || !at.readable(children.object, children.field)) return undefined
  const object = at.model.object(children.object)
  return { name, object, by: { children, field: object.fields.get(children.field)! } }
}

/** The error for a name that is neither a field nor a list of the object. */
export function unknownField(name: string, at: Parsing): Problem {
  const names = [
    ...[...at.object.fields.keys()].filter((one) => at.readable(at.object.name, one)),
    ...[...at.object.children.values()].filter((one) => at.readable(one.object, one.field)).map((one) => one.name),
  ]
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name
  return wrong(
    { ...at, path: joined(at.path, shown) },
    renamedSentence(at.object, name, (now) => at.readable(at.object.name, now)) ?? `${at.object.name} has no field “${shown}”; ${known(name, names)}`,
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

