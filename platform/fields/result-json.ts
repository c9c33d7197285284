import { sql, type RawBuilder } from 'kysely'
import type { ResultType } from '#platform/objects/formula/formula.ts'
import type { Scope } from '#platform/server/records/scope.ts'

/** SQL of a computed scalar as the API answers it: money with the base currency, times in UTC. */
export function resultJson(
  value: RawBuilder<unknown>,
  type: ResultType,
  { query }: Scope,
): RawBuilder<unknown> {
  switch (type) {
    case 'number':
      return sql`trim_scale(${value})`
    case 'money':
      return sql`(select json_build_object('amount', trim_scale(computed), 'currency', ${query.reader.currency}::text) from (select ${value} as computed) _ where computed is not null)`
    case 'datetime':
      return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    default:
      return value
  }
}
