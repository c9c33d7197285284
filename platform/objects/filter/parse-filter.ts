import type { ParseContext } from '#platform/fields/kind.ts'
import type { FilterJson, Json } from '../json.ts'
import type { FieldModel, Model } from '../model.ts'
import { familyOf } from './family.ts'
import { allOf, type Filter, type Related, type Subject } from './filter.ts'
import { parseReference } from './parse-reference.ts'
import { parseRelated } from './parse-related.ts'
import { parseTest } from './parse-test.ts'
import {
  childrenAt,
  deepest,
  fieldAt,
  isObject,
  joined,
  mostConditions,
  unknownField,
  wrong,
  type Parsing,
} from './parsing.ts'
import { subjectOf } from './subject.ts'

export interface ParseOptions {
  /** Whether a field may be read; one that may not is refused like one that is not there. Default: all may. */
  readonly readable?: (object: string, field: string) => boolean
  /** Who writes the filter: decides what operands without zone, currency or country mean. A `Reader` will do. */
  readonly reader?: Omit<ParseContext, 'country'> & { readonly country?: string }
}

/**
 * Reads a filter of the filter language (docs/filter-language.md) on records of `object`.
 *
 * @throws Problem 400 `malformed`: where in the filter, what is wrong, what is known.
 * @example parseFilter(model, 'opportunity', { amount: { gte: 1000 }, company: { industry: 'software' } })
 */
export function parseFilter(
  model: Model,
  object: string,
  json: FilterJson,
  options: ParseOptions = {},
): Filter {
  return parseConditions(json, {
    model,
    object: model.object(object),
    path: '',
    depth: 0,
    budget: { left: mostConditions },
    readable: options.readable ?? (() => true),
    conditions: parseConditions,
    context: { zone: 'UTC', currency: 'EUR', country: '', now: new Date(), me: null, ...options.reader },
  })
}

/** A filter object: several keys mean and. */
function parseConditions(json: Json | undefined, at: Parsing): Filter {
  if (at.depth > deepest) throw wrong(at, `is nested too deeply; ${deepest} levels are allowed.`)
  if (!isObject(json)) throw wrong(at, 'must be a filter, such as {"name": "Acme"}.')
  return allOf(Object.entries(json).map(([key, value]) => parseCondition(key, value, at)))
}

function parseCondition(key: string, value: Json, at: Parsing): Filter {
  if (--at.budget.left < 0) throw wrong(at, `has too many conditions; ${mostConditions} are allowed.`)
  const below = { ...at, path: joined(at.path, key), depth: at.depth + 1 }
  if (key === 'and' || key === 'or') {
    if (!Array.isArray(value)) throw wrong(below, `must be a list of filters.`)
    const filters = value.map((one, index) =>
      parseConditions(one, { ...below, path: `${below.path}[${index}]` }),
    )
    return { op: key, filters }
  }
  if (key === 'not') return { op: 'not', filter: parseConditions(value, below) }
  const dot = key.indexOf('.')
  if (dot > 0)
    return parseCondition(key.slice(0, dot), { [key.slice(dot + 1)]: value }, { ...at, depth: at.depth + 1 })
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
    const related: Related = {
      name: field.name,
      object: at.model.object(field.relation.to),
      by: { links: field },
    }
    return parseRelated(related, field, value, at)
  }
  return parseSubject(subjectOf(field), value, at)
}

/** Operators and parts of a plain value. */
function parseSubject(subject: Subject, value: Json, at: Parsing): Filter {
  const parts = subject.part === undefined ? (subject.field.kind.parts ?? {}) : {}
  if (!isObject(value)) return parseTest(subject, 'eq', value, at, Object.keys(parts))
  return allOf(
    Object.entries(value).map(([key, operand]) => {
      if (--at.budget.left < 0) throw wrong(at, `has too many conditions; ${mostConditions} are allowed.`)
      const below = { ...at, path: joined(at.path, key), depth: at.depth + 1 }
      if (Object.hasOwn(parts, key)) {
        if (below.depth > deepest) throw wrong(at, `is nested too deeply; ${deepest} levels are allowed.`)
        return parseSubject(subjectOf(subject.field, key), operand, below)
      }
      return parseTest(subject, key, operand, below, Object.keys(parts))
    }),
  )
}
