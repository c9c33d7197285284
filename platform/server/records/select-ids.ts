import { sql } from 'kysely'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import { queryFor, scopeOf } from './query.ts'
import { tableOf } from './table.ts'
import { whereSql, type Selection } from './where-sql.ts'

/** Ids of the records that fit and may be read, in id order, after `after`: to walk a selection of any size. */
export async function selectIds(
  ctx: Context,
  object: ObjectModel,
  selection: Selection,
  limit: number,
  after: string | null = null,
): Promise<string[]> {
  const scope = scopeOf(queryFor(ctx), object)
  const id = sql.ref(`${scope.alias}.id`)
  const { rows } = await sql<{
    id: string
  }>`select ${id} from ${tableOf(ctx.workspace, object.name)} ${sql.id(scope.alias)}
    where ${whereSql(scope, selection)}${after === null ? sql`` : sql` and ${id} > ${after}::uuid`}
    order by ${id} limit ${limit}`.execute(ctx.db)
  return rows.map((row) => row.id)
}
