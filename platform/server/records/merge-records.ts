import { sql } from 'kysely'
import type { JsonObject } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Answer, Context } from '../context.ts'
import { moveReferences, type Pointing } from './move-references.ts'
import { lockCurrent } from './current-values.ts'
import { storedFields } from './projection.ts'
import { columnOf } from './query.ts'
import { readRecord } from './read-record.ts'
import { tableOf } from './table.ts'
import { changeRecords } from './update-records.ts'
import { writeChanges } from './write-changes.ts'

export interface Merge {
  /** The record that remains. */
  readonly keep: string
  readonly others: readonly string[]
  /** Field by field, what the remaining record shall have where its own value is not wanted. */
  readonly values?: JsonObject | undefined
}

/**
 * Makes one record of several: chosen values are taken over, everything that pointed to the others points to the
 * one kept, the others go to the bin and their old links lead to it.
 *
 * @throws Problem 404, 403, 422
 */
export async function mergeRecords(ctx: Context, objectName: string, merge: Merge): Promise<Answer> {
  const object = ctx.model.object(objectName)
  const others = [...new Set(merge.others)].filter((id) => id !== merge.keep)
  if (others.length === 0) throw malformed('Choose at least one other record to merge.')
  const current = await lockCurrent(ctx, object, [merge.keep, ...others], 'delete')
  const away = others.map((id) => current.get(id)!)
  await freeUniqueValues(ctx, object, others)
  for (const target of pointingTo(ctx, object)) await moveReferences(ctx, target, merge.keep, others)
  await redirect(ctx, object, merge.keep, others)
  const changes = away.map((before) => ({
    id: before.id,
    before,
    changes: { deleted_at: ctx.now.toISOString() },
  }))
  await writeChanges(ctx, object, changes, new Map(), 'merged')
  await changeRecords(ctx, object, [{ id: merge.keep, changes: merge.values ?? {} }])
  return readRecord(ctx, objectName, merge.keep)
}

/** Unique values are only compared outside the bin, so the others must be there before theirs are taken over. */
async function freeUniqueValues(ctx: Context, object: ObjectModel, others: readonly string[]): Promise<void> {
  await sql`update ${tableOf(ctx.workspace, object.name)} set deleted_at = ${ctx.now}::timestamptz
    where id = any(${others}::uuid[])`.execute(ctx.db)
}

function pointingTo(ctx: Context, object: ObjectModel): Pointing[] {
  return [...ctx.model.objects.values()].flatMap((from) =>
    storedFields(from)
      .concat([...from.fields.values()].filter((field) => columnOf(field).linkTable !== undefined))
      .filter((field, index, all) => field.relation?.to === object.name && all.indexOf(field) === index)
      .map((field) => ({ object: from, field })),
  )
}

async function redirect(
  ctx: Context,
  object: ObjectModel,
  keep: string,
  others: readonly string[],
): Promise<void> {
  const table = tableOf(ctx.workspace, 'redirect')
  await sql`update ${table} set new_id = ${keep}::uuid where object = ${object.name} and new_id = any(${others}::uuid[])`.execute(
    ctx.db,
  )
  await sql`insert into ${table} (object, old_id, new_id) select ${object.name}, unnest(${others}::uuid[]), ${keep}::uuid
    on conflict (object, old_id) do update set new_id = excluded.new_id`.execute(ctx.db)
}
