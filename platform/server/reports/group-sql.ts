import { sql, type RawBuilder } from 'kysely'
import type { FieldModel } from '#platform/objects/model.ts'
import { malformed } from '#platform/objects/problem.ts'
import { titleOf } from '../records/link-sql.ts'
import { readable, unknownField } from '../records/projection.ts'
import type { Scope } from '../records/scope.ts'
import { tableOf } from '../records/table.ts'

export interface Group {
  /** A field, or one of a referenced record: `company.industry`. */
  readonly field: string
  /** For dates and times, in the reader's zone. */
  readonly by?: 'day' | 'week' | 'month' | 'quarter' | 'year' | undefined
}

export interface GroupSql {
  readonly key: RawBuilder<unknown>
  /** What people read, given the key. */
  title(key: RawBuilder<unknown>): RawBuilder<unknown>
}

const formats = {
  day: 'YYYY-MM-DD',
  week: 'IYYY-"W"IW',
  month: 'YYYY-MM',
  quarter: 'YYYY-"Q"Q',
  year: 'YYYY',
} as const

/** How a report groups: references by their id with the title to read, dates by their part. @throws Problem 400 */
export function groupSql(scope: Scope, { field: path, by }: Group): GroupSql {
  if (typeof path !== 'string') throw malformed('A group names its field.')
  const { value, field } = valueAt(scope, path.split('.'), path)
  const family = field.kind.familyOf?.(field) ?? field.kind.family
  if (family === 'time') return { key: dated(scope, field, value, by), title: (key) => key }
  if (by !== undefined) throw malformed(`${field.label} is no date, so it is not grouped by ${by}.`)
  if (family === 'set') return { key: sql`unnest(${value})`, title: (key) => key }
  if (family === 'one') return { key: value, title: (key) => titleOf(scope, field.relation!.to, key) }
  if (family === 'many' || family === 'structure' || family === 'opaque' || family === 'place') {
    throw malformed(`A report cannot group by ${field.label}.`)
  }
  return { key: value, title: (key) => key }
}

function dated(
  scope: Scope,
  field: FieldModel,
  value: RawBuilder<unknown>,
  by: Group['by'] = 'month',
): RawBuilder<unknown> {
  const format = formats[by]
  if (format === undefined) throw malformed('Dates are grouped by day, week, month, quarter or year.')
  const isDate = field.kind.schema(field)['format'] === 'date'
  const local = isDate
    ? sql`(${value})::timestamp`
    : sql`timezone(${sql.lit(scope.query.reader.zone)}, ${value})`
  return sql`to_char(${local}, ${sql.lit(format)})`
}

function valueAt(
  scope: Scope,
  steps: readonly string[],
  path: string,
): { value: RawBuilder<unknown>; field: FieldModel } {
  const { query, object } = scope
  const [name = '', ...rest] = steps
  const field = object.fields.get(name)
  if (field === undefined || !readable(query, object, name)) throw unknownField(object, path)
  const column = query.column(field)
  if (rest.length === 0) return { value: column.scalar(field, scope), field }
  if (rest.length === 1 && column.part !== undefined && field.kind.parts?.[rest[0]!] !== undefined) {
    return {
      value: column.part(field, scope, rest[0]!),
      field: { ...field, kind: { ...field.kind, family: 'choice' } },
    }
  }
  if (field.relation === undefined || field.relation.many) throw unknownField(object, path)
  const target = query.model.object(field.relation.to)
  const inner: Scope = { query, object: target, alias: query.alias() }
  const below = valueAt(inner, rest, path)
  const visible = query.guard?.rows(target, inner)
  const value = sql`(select ${below.value} from ${tableOf(query, target.name)} ${sql.id(inner.alias)}
    where ${sql.ref(`${inner.alias}.id`)} = ${column.scalar(field, scope)}${visible === undefined ? sql`` : sql` and ${visible}`})`
  return { value, field: below.field }
}
