import { sql, type RawBuilder } from 'kysely'
import { tableOf } from './table.ts'
import type { Scope } from './scope.ts'

/**
 * `{ id, title }` of the record of `object` with the id `key`; the title is null where the reader may not see it.
 * A scalar subquery: on a page of fifty rows it costs less than a join, and cannot multiply rows.
 */
export function linkTo(scope: Scope, object: string, key: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${key} is not null then json_build_object('id', ${key}, 'title', ${titleOf(scope, object, key)}) end`
}

/** The title of the record of `object` with the id `key`, as text. */
export function titleOf(scope: Scope, object: string, key: RawBuilder<unknown>): RawBuilder<string | null> {
  const { query } = scope
  const target = query.model.object(object)
  const inner: Scope = { query, object: target, alias: query.alias() }
  if (query.guard?.field(object, target.title.name) === false) return sql`null::text`
  const visible = query.guard?.rows(target, inner)
  return sql`(select ${query.column(target.title).scalar(target.title, inner)}::text from ${tableOf(query, object)} ${sql.ref(inner.alias)}
    where ${sql.ref(`${inner.alias}.id`)} = ${key}${visible === undefined ? sql`` : sql` and ${visible}`})`
}
