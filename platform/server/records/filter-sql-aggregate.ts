import { sql, type RawBuilder } from 'kysely'
import type { Filter } from '#platform/objects/filter/filter.ts'
import { relatedRows } from './filter-sql-related.ts'
import { quotientSql } from './quotient-sql.ts'
import { scalarTestSql, subjectSql } from './filter-sql-value.ts'
import type { Scope } from './scope.ts'

type Aggregate = Extract<Filter, { op: 'aggregate' }>
type ToSql = (filter: Filter, scope: Scope) => RawBuilder<boolean>

/** A comparison of a count, sum, least, greatest or mean over related rows. */
export function aggregateSql(aggregate: Aggregate, scope: Scope, toSql: ToSql): RawBuilder<boolean> {
  const { test, subject } = aggregate
  const found = foundSql(aggregate, scope, toSql)
  if (test.is === 'empty') return test.empty ? sql`(${found} is null)` : sql`(${found} is not null)`
  if (test.is !== 'in' && test.is !== 'compare' && test.is !== 'within') return sql`false`
  return scalarTestSql(test, found, subject, scope)
}

/** What is compared: a scalar subquery. The sum of nothing is 0; the least, greatest and mean of nothing are empty. */
export function foundSql(
  { fn, related, subject, filter }: Pick<Aggregate, 'fn' | 'related' | 'subject' | 'filter'>,
  scope: Scope,
  toSql: ToSql,
): RawBuilder<unknown> {
  const { from, condition, inner } = relatedRows(related, scope)
  const rows = sql`from ${from} where ${condition} and ${toSql(filter, inner)}`
  if (subject === undefined) return sql`(select count(*)::numeric ${rows})`
  const value = subjectSql(subject, inner)
  if (subject.family !== 'number') return sql`(select ${sql.raw(fn)}(${value}) ${rows})`
  if (fn === 'sum') return sql`(select coalesce(sum(${value}::numeric), 0) ${rows})`
  if (fn === 'avg')
    return sql`(select ${quotientSql(sql`sum(${value}::numeric)`, sql`count(${value})::numeric`)} ${rows})`
  return sql`(select ${sql.raw(fn)}(${value})::numeric ${rows})`
}
