import { sql, type RawBuilder } from 'kysely'
import type { Scope } from './scope.ts'
import { tableOf } from './table.ts'

export type CountIs = 'exact' | 'estimate' | 'none'

/**
 * The count of a list as a scalar subquery, so that page and count are one statement. Unless asked for exactly,
 * it stops just beyond 10,000 and the caller turns to an estimate.
 */
export function countRows(
  { query, object, alias }: Scope,
  where: RawBuilder<boolean>,
  list: { readonly count?: CountIs | 'auto' | undefined },
): RawBuilder<number | null> {
  if (list.count === 'none' || list.count === 'estimate') return sql`null::int`
  const rows = sql`select 1 from ${tableOf(query, object.name)} ${sql.id(alias)} where ${where}`
  return list.count === 'exact'
    ? sql`(select count(*)::int from (${rows}) c)`
    : sql`(select count(*)::int from (${rows} limit 10001) c)`
}
