import { sql, type RawBuilder } from 'kysely'
import type { ObjectModel } from '#platform/objects/model.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Context } from '../context.ts'
import { queryFor, scopeOf } from './query.ts'
import type { Query } from './scope.ts'
import { tableOf } from './table.ts'

export interface Binned {
  readonly object: string
  readonly id: string
  readonly title: string | null
  readonly deleted_at: string
}

/** What lies in the bin and may be seen, of one object or of all, the latest first. */
export async function binOf(
  ctx: Context,
  only: ObjectModel | undefined,
  { limit = 50, cursor }: { readonly limit?: number; readonly cursor?: string },
): Promise<{ readonly data: readonly Binned[]; readonly page: { readonly next: string | null } }> {
  if (limit < 1 || limit > 200) throw malformed('limit is a whole number from 1 to 200.')
  const after = cursor === undefined ? undefined : placeOf(cursor)
  const objects = (only === undefined ? [...ctx.model.objects.values()] : [only]).filter(
    (object) => !object.appendOnly && ctx.actor.access.level(object, 'read') !== 'none',
  )
  if (objects.length === 0) return { data: [], page: { next: null } }
  const query = queryFor(ctx)
  const parts = objects.map((object) => binned(query, object, after, limit + 1))
  const { rows } =
    await sql<Binned>`select object, id, title, deleted_at from (${sql.join(parts, sql` union all `)}) b
    order by deleted_at desc, id desc limit ${limit + 1}`.execute(ctx.db)
  const data = rows
    .slice(0, limit)
    .map((row) => ({ ...row, deleted_at: new Date(row.deleted_at).toISOString() }))
  const last = data.at(-1)
  const next =
    rows.length > limit && last !== undefined
      ? Buffer.from(`${last.deleted_at} ${last.id}`).toString('base64url')
      : null
  return { data, page: { next } }
}

function binned(
  query: Query,
  object: ObjectModel,
  after: Place | undefined,
  limit: number,
): RawBuilder<unknown> {
  const scope = scopeOf(query, object)
  const [id, deleted] = [
    sql.ref(`${scope.alias}.id`),
    sql`date_trunc('milliseconds', ${sql.ref(`${scope.alias}.deleted_at`)})`,
  ]
  const visible = query.guard?.rows(object, scope)
  const isHidden = query.guard?.field(object.name, object.title.name) === false
  const title = isHidden
    ? sql`null::text`
    : sql`${query.column(object.title).scalar(object.title, scope)}::text`
  return sql`(select ${object.name}::text as object, ${id} as id, ${title} as title, ${deleted} as deleted_at
    from ${tableOf(query, object.name)} ${sql.id(scope.alias)} where ${sql.ref(`${scope.alias}.deleted_at`)} is not null
      ${visible === undefined ? sql`` : sql`and ${visible}`}
      ${after === undefined ? sql`` : sql`and (${deleted}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by ${deleted} desc, ${id} desc limit ${limit})`
}

interface Place {
  readonly at: string
  readonly id: string
}

function placeOf(cursor: string): Place {
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f-]{36})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  )
  if (found === null) throw malformed('This cursor does not belong to this list.')
  return { at: found[1]!, id: found[2]! }
}
