import { sql, type RawBuilder } from 'kysely'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import { queryFor, scopeOf } from '../records/query.ts'
import { tableOf } from '../records/table.ts'
import { guardFor } from './role-access.ts'

/** What the actor may do with one record, so that screens repeat no rule. Costs no query for who may do all. */
export async function mayDo(
  ctx: Context,
  object: ObjectModel,
  id: string,
): Promise<{ readonly update: boolean; readonly delete: boolean }> {
  const { access } = ctx.actor
  const levels = [access.level(object, 'update'), access.level(object, 'delete')] as const
  const fixed = object.appendOnly
    ? [false, false]
    : levels.map((level) => level === 'all' && access.where(object.name) === undefined)
  if (object.appendOnly || levels.every((level, at) => level === 'none' || fixed[at])) {
    return { update: fixed[0]!, delete: fixed[1]! }
  }
  const allowed = (verb: 'update' | 'delete'): RawBuilder<boolean> => {
    const query = queryFor(ctx, guardFor(ctx.actor, verb))
    const scope = { ...scopeOf(query, object), alias: 'r' }
    return query.guard?.rows(object, scope) ?? sql<boolean>`true`
  }
  const { rows } = await sql<{ update: boolean | null; delete: boolean | null }>`
    select ${allowed('update')} as "update", ${allowed('delete')} as "delete"
    from ${tableOf({ schema: ctx.workspace.schema }, object.name)} r where r.id = ${id}::uuid`.execute(ctx.db)
  return { update: rows[0]?.update === true, delete: rows[0]?.delete === true }
}
