import { sql } from 'kysely'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { forbidden, Problem } from '#platform/objects/problem.ts'
import type { Context } from '../context.ts'
import { customerOf, logInsert, type Noted } from '../log/write-log.ts'
import { demandVersion, lockCurrent, type Current } from './current-values.ts'
import { saying } from './database-errors.ts'
import { tableOf } from './table.ts'
import { writeChanges } from './write-changes.ts'

/** How long a deleted record can be restored. */
export const binDays = 30

/**
 * Moves records to the bin, from where they can be restored for 30 days.
 *
 * @param version the version that the deleter saw, for one record: a newer one is not deleted
 * @throws Problem 404, 403, 412, or what a delete rule says
 */
export async function removeRecords(
  ctx: Context,
  objectName: string,
  ids: readonly string[],
  version?: number,
): Promise<void> {
  const object = ctx.model.object(objectName)
  if (object.appendOnly && ctx.actor.kind !== 'system')
    throw forbidden(`${object.pluralLabel} are kept as they were written.`)
  const current = [...(await lockCurrent(ctx, object, ids, 'delete')).values()]
  if (version !== undefined) for (const record of current) demandVersion(object, record, version)
  const present = current.filter((record) => record.deleted_at === null)
  for (const before of present) await deleteRules(ctx, object, before)
  await moveTo(ctx, object, present, ctx.now.toISOString(), 'deleted')
}

/** Brings records back from the bin. @throws Problem 409 when a unique value was taken meanwhile */
export async function restoreRecords(
  ctx: Context,
  objectName: string,
  ids: readonly string[],
): Promise<void> {
  const object = ctx.model.object(objectName)
  const current = [...(await lockCurrent(ctx, object, ids, 'delete')).values()]
  await moveTo(
    ctx,
    object,
    current.filter((record) => record.deleted_at !== null),
    null,
    'restored',
  )
}

/** Deletes records in the bin for good; what pointed to them is emptied or goes with them, as declared. */
export async function purgeRecords(ctx: Context, objectName: string, ids: readonly string[]): Promise<void> {
  const object = ctx.model.object(objectName)
  const current = [...(await lockCurrent(ctx, object, ids, 'delete')).values()]
  if (current.some((record) => record.deleted_at === null)) {
    throw new Problem({
      status: 409,
      code: 'not_in_bin',
      detail: `Delete this ${lowerFirst(object.label)} before it is removed for good.`,
    })
  }
  const noted = current.map((record): Noted => ({
    record: record.id,
    verb: 'purged',
    customer: customerOf(object, record.id, record),
    changes: {},
  }))
  await saying(ctx, () =>
    sql`with gone as (delete from ${tableOf(ctx.workspace, object.name)} where id = any(${ids}::uuid[]))
      ${logInsert(ctx, object.name, noted)}`.execute(ctx.db),
  )
}

async function deleteRules(ctx: Context, object: ObjectModel, before: Current): Promise<void> {
  for (const rule of ctx.rules.get(object.name) ?? []) {
    if (rule.on.includes('delete')) await rule.run(ctx.asSystem(), { before, after: before, changes: {} })
  }
}

async function moveTo(
  ctx: Context,
  object: ObjectModel,
  records: readonly Current[],
  deletedAt: string | null,
  verb: 'deleted' | 'restored',
): Promise<void> {
  if (records.length === 0) return
  const changes = records.map((before) => ({ id: before.id, before, changes: { deleted_at: deletedAt } }))
  await writeChanges(ctx, object, changes, new Map(), verb)
}
