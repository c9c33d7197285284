import type { FilterJson, Json } from '#platform/objects/json.ts'
import type { FieldModel, Model, ObjectModel } from '#platform/objects/model.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { ListQuery } from '../records/list-records.ts'
import type { Call } from './call.ts'

const own = new Set(['where', 'sort', 'fields', 'limit', 'cursor', 'count', 'q', 'bin', 'format', 'mapping'])
const counts = ['exact', 'estimate', 'none', 'auto']

/** The parameters of a list as they stand in an address: the named ones, and plain `field=value` pairs. */
export function listQueryOfAddress(query: Call['query'], object: ObjectModel, model: Model): ListQuery {
  const one = (name: string): string | undefined => {
    const given = query[name]
    if (Array.isArray(given)) throw malformed(`Give “${name}” once.`)
    return given as string | undefined
  }
  const limit = one('limit')
  const where = one('where')
  const pairs = Object.entries(query).filter(([name]) => !own.has(name))
  const filters: FilterJson[] = pairs.map(([path, value]) => plainFilter(path, value, object, model))
  if (where !== undefined) filters.unshift(jsonFilter(where))
  return checked({
    where: filters.length > 1 ? { and: filters } : filters[0],
    sort: one('sort'),
    fields: one('fields')
      ?.split(',')
      .map((name) => name.trim()),
    limit: limit === undefined ? undefined : Number(limit),
    cursor: one('cursor'),
    count: one('count'),
    q: one('q'),
    bin: one('bin') === undefined ? undefined : one('bin') === 'true',
  })
}

/** The same from a JSON body. @throws Problem 400 naming what does not fit */
export function listQueryOfBody(body: Readonly<Record<string, any>>): ListQuery {
  const fields = typeof body['fields'] === 'string' ? body['fields'].split(',') : body['fields']
  const { where, sort, limit, cursor, count, q, bin, ...rest } = body
  const unknown = Object.keys(rest).find((name) => name !== 'fields')
  if (unknown !== undefined) throw malformed(`There is no parameter “${unknown}” here.`)
  return checked({ where, sort, fields, limit, cursor, count, q, bin })
}

function checked(given: Readonly<Record<string, any>>): ListQuery {
  const { where, fields, limit, count } = given
  if (where != null && (typeof where !== 'object' || Array.isArray(where)))
    throw malformed('where is a filter: a JSON object.')
  const areNames =
    fields == null || (Array.isArray(fields) && fields.every((name) => typeof name === 'string'))
  if (!areNames) throw malformed('fields is a list of field names.')
  if (limit != null && !Number.isInteger(limit)) throw malformed('limit is a whole number from 1 to 500.')
  if (count != null && !counts.includes(count)) throw malformed('count is exact, estimate or none.')
  for (const name of ['sort', 'cursor', 'q']) {
    const value: unknown = given[name]
    if (value == null) continue
    if (typeof value !== 'string') throw malformed(`${name} is a text.`)
    // PostgreSQL's texts hold every character but this one.
    if (value.includes('\u0000')) throw malformed(`${name} contains a NUL character.`)
  }
  if (given['bin'] != null && typeof given['bin'] !== 'boolean') throw malformed('bin is true or false.')
  // A client's `null` means the same as leaving out.
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value != null)) as ListQuery
}

function jsonFilter(text: string): FilterJson {
  try {
    const filter = JSON.parse(text)
    if (typeof filter === 'object' && filter !== null && !Array.isArray(filter)) return filter
  } catch {}
  throw malformed('where is a filter as a JSON object, for example {"amount":{"gte":1000}}.')
}

/** `company.industry=software` → `{ company: { industry: 'software' } }`; a repeated name means one of them. */
function plainFilter(
  path: string,
  given: string | readonly string[],
  object: ObjectModel,
  model: Model,
): FilterJson {
  const names = path.split('.')
  const field = fieldAt(names, object, model)
  const values = (Array.isArray(given) ? given : [given]).map((text: string) => plainValue(text, field))
  const value: Json = values.length > 1 ? values : values[0]!
  return names.reduceRight<Json>((inner, name) => ({ [name]: inner }), value) as FilterJson
}

function plainValue(text: string, field: FieldModel | undefined): Json {
  if (text === '') return { empty: true }
  const family = field === undefined ? 'text' : (field.kind.familyOf?.(field) ?? field.kind.family)
  if (family === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  if (family === 'number' && Number.isFinite(Number(text))) return Number(text)
  return text
}

function fieldAt(names: readonly string[], object: ObjectModel, model: Model): FieldModel | undefined {
  let at: ObjectModel | undefined = object
  let field: FieldModel | undefined
  for (const name of names) {
    field = at?.fields.get(name)
    at = field?.relation === undefined ? undefined : model.objects.get(field.relation.to)
  }
  return field
}
