import { sql, type RawBuilder } from 'kysely'
import type { Filter } from '#platform/objects/filter/filter.ts'
import { aggregateSql } from './filter-sql-aggregate.ts'
import { relatedRows, targetRow } from './filter-sql-related.ts'
import { testSql } from './filter-sql-value.ts'
import type { Scope } from './scope.ts'

/**
 * The one place where filters become SQL: a condition on the rows of the scope, for a `where`.
 *
 * It is `true` for the records that fit and `false` or `null` for the others; plain comparisons stay plain so that
 * indexes serve them. Negations ask `is not true`, so that a third answer never shows. Where the value itself is
 * wanted (`select`), use `fits`.
 *
 * @example sql`select id from ${tableOf(query, 'company')} t1 where ${filterToSql(filter, scope)}`
 */
export function filterToSql(filter: Filter, scope: Scope): RawBuilder<boolean> {
  switch (filter.op) {
    case 'and':
      if (filter.filters.length === 0) return sql<boolean>`true`
      return sql<boolean>`(${sql.join(
        filter.filters.map((one) => filterToSql(one, scope)),
        sql` and `,
      )})`
    case 'or':
      if (filter.filters.length === 0) return sql<boolean>`false`
      return sql<boolean>`(${sql.join(
        filter.filters.map((one) => filterToSql(one, scope)),
        sql` or `,
      )})`
    case 'not':
      return sql<boolean>`(${filterToSql(filter.filter, scope)} is not true)`
    case 'is':
      return testSql(filter.test, filter.subject, scope)
    case 'through': {
      const { from, condition, inner } = targetRow(filter.field, filter.object, scope)
      return sql<boolean>`exists (select 1 from ${from} where ${condition} and ${filterToSql(filter.filter, inner)})`
    }
    case 'some':
    case 'none': {
      const { from, condition, inner } = relatedRows(filter.related, scope)
      const exists = sql<boolean>`exists (select 1 from ${from} where ${condition} and ${filterToSql(filter.filter, inner)})`
      return filter.op === 'some' ? exists : sql<boolean>`not ${exists}`
    }
    case 'every': {
      const { from, condition, inner } = relatedRows(filter.related, scope)
      const misfit = sql`(${filterToSql(filter.filter, inner)} is not true)`
      return sql<boolean>`not exists (select 1 from ${from} where ${condition} and ${misfit})`
    }
    case 'aggregate':
      return aggregateSql(filter, scope, filterToSql)
  }
}

/** The same as a value that is never null. */
export function fits(filter: Filter, scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`(${filterToSql(filter, scope)} is true)`
}
