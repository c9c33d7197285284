import { sql, type RawBuilder } from 'kysely'
import type { Filter } from '#platform/objects/filter/filter.ts'
import { relatedRows } from './filter-sql-related.ts'
import { scalarTestSql, subjectSql } from './filter-sql-test.ts'
import type { Scope } from './scope.ts'

/** A comparison of a count, sum, least, greatest or mean over related rows. */
export function aggregateSql(
  { fn, related, subject, filter, test }: Extract<Filter, { op: 'aggregate' }>,
  scope: Scope,
  toSql: (filter: Filter, scope: Scope) => RawBuilder<boolean>,
): RawBuilder<boolean> {
  const { from, condition, inner } = relatedRows(related, scope)
  const value = subject === undefined ? sql`*` : subjectSql(subject, inner)
  // The sum of nothing is 0; the least, greatest and mean of nothing are empty.
  const aggregate = fn === 'sum' ? sql`coalesce(sum(${value}), 0)` : sql`${sql.raw(fn)}(${value})`
  const found = sql`(select ${aggregate} from ${from} where ${condition} and ${toSql(filter, inner)})`
  if (test.is === 'empty') return test.empty ? sql`(${found} is null)` : sql`(${found} is not null)`
  if (test.is !== 'in' && test.is !== 'compare' && test.is !== 'within') return sql`false`
  return scalarTestSql(test, found, subject, scope)
}
