import { sql, type RawBuilder } from 'kysely'
import { malformed } from '#platform/objects/problem.ts'
import { readable, unknownField } from '../records/projection.ts'
import type { Scope } from '../records/scope.ts'

export interface Measure {
  readonly fn: 'count' | 'distinct' | 'sum' | 'avg' | 'min' | 'max'
  /** Left out for `count`. */
  readonly field?: string | undefined
}

const functions: Readonly<Record<string, (value: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  distinct: (value) => sql`count(distinct ${value})`,
  sum: (value) => sql`trim_scale(coalesce(sum(${value}), 0))`,
  avg: (value) => sql`round(avg(${value}), 4)`,
  min: (value) => sql`min(${value})`,
  max: (value) => sql`max(${value})`,
}

/** One figure of a report over the records of a group; amounts in the base currency. @throws Problem 400 */
export function measureSql(scope: Scope, { fn, field: name }: Measure): RawBuilder<unknown> {
  if (fn === 'count' && name === undefined) return sql`count(*)`
  const figure = functions[fn]
  if (figure === undefined || typeof name !== 'string') {
    throw malformed('A measure is count, or one of distinct, sum, avg, min and max of a field.')
  }
  const field = scope.object.fields.get(name)
  if (field === undefined || !readable(scope.query, scope.object, name))
    throw unknownField(scope.object, name)
  const family = field.kind.familyOf?.(field) ?? field.kind.family
  const fits =
    fn === 'distinct' || family === 'number' || (family === 'time' && (fn === 'min' || fn === 'max'))
  if (!fits) throw malformed(`${field.label} has no ${fn}.`)
  return figure(scope.query.column(field).scalar(field, scope))
}
