import { sql } from 'kysely'
import { isUuid } from '#platform/fields/id/kind.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { forbidden, notFound, Problem } from '#platform/objects/problem.ts'
import { guardFor } from '../access/role-access.ts'
import type { Context, Values } from '../context.ts'
import { storedFields, storedProjection } from './projection.ts'
import { queryFor, scopeOf } from './query.ts'
import { tableOf } from './table.ts'

export type Current = Values & {
  readonly id: string
  readonly version: number
  readonly deleted_at: string | null
}

/**
 * Stored values of records about to be changed, locked until the transaction ends (in id order, so that two
 * writers of the same records wait for each other instead of blocking for good).
 *
 * @throws Problem 404 for one that is not there or not visible, 403 for one that the actor may only read
 */
export async function lockCurrent(
  ctx: Context,
  object: ObjectModel,
  ids: readonly string[],
  verb: 'update' | 'delete',
): Promise<Map<string, Current>> {
  const query = queryFor(ctx)
  const scope = scopeOf(query, object)
  const seen = query.guard?.rows(object, scope) ?? sql<boolean>`true`
  const allowed = guardFor(ctx.actor, verb)?.rows(object, scope) ?? sql<boolean>`true`
  const stored = [...storedFields(object), ...generatedKey(object)]
  const { rows } = await sql<{ r: Current; allowed: boolean }>`
    select (select row_to_json(r) from (select ${storedProjection(scope, stored)}) r) as r, coalesce(${allowed}, false) as allowed
    from ${tableOf(query, object.name)} ${sql.id(scope.alias)}
    where ${sql.ref(`${scope.alias}.id`)} = any(${ids.filter(isUuid)}::uuid[]) and ${seen}
    order by ${sql.ref(`${scope.alias}.id`)} for update of ${sql.id(scope.alias)}`.execute(ctx.db)
  const found = new Map(rows.map((row) => [row.r.id, row.r]))
  if (ids.some((id) => !found.has(id))) throw notFound(lowerFirst(object.label))
  if (rows.some((row) => !row.allowed)) {
    throw forbidden(
      `Your role does not let you ${verb === 'update' ? 'change' : 'delete'} this ${lowerFirst(object.label)}.`,
    )
  }
  return found
}

/** Refuses to write over what somebody else wrote meanwhile. @throws Problem 412 with the version as it is now */
export function demandVersion(object: ObjectModel, current: Current, version: number): void {
  if (version === current.version) return
  const detail = `This ${lowerFirst(object.label)} was changed by somebody else in the meantime.`
  throw new Problem({ status: 412, code: 'stale', detail, more: { version: current.version } })
}

/** The customer key is computed, but log entries name it. */
function generatedKey(object: ObjectModel): readonly NonNullable<ReturnType<ObjectModel['fields']['get']>>[] {
  const key = object.customer ? object.fields.get('customer') : undefined
  return key === undefined ? [] : [key]
}
