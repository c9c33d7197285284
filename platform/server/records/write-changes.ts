import { sql } from 'kysely'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Context, Values } from '../context.ts'
import { changesBetween, customerOf, logInsert } from '../log/write-log.ts'
import type { LogVerb } from '../log/entry.ts'
import { saying } from './database-errors.ts'
import { writeLinks } from './link-tables.ts'
import { columnsOf, columnValues, rowSet, type ColumnType } from './row-set.ts'
import { tableOf } from './table.ts'

export interface Change {
  readonly id: string
  /** Stored values as they are now. */
  readonly before: Values
  /** Stored values that differ. */
  readonly changes: Values
}

/**
 * Writes changes that were checked, with their log entries: one statement for all records that change the same
 * fields. A field that is not named is not in the statement.
 */
export async function writeChanges(
  ctx: Context,
  object: ObjectModel,
  changes: readonly Change[],
  rates: ReadonlyMap<string, number>,
  verb: LogVerb = 'updated',
): Promise<void> {
  for (const group of byFields(changes).values()) await writeGroup(ctx, object, group, rates, verb)
}

function byFields(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const key = Object.keys(change.changes).sort().join()
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [change])
    else group.push(change)
  }
  return groups
}

async function writeGroup(
  ctx: Context,
  object: ObjectModel,
  changes: readonly Change[],
  rates: ReadonlyMap<string, number>,
  verb: LogVerb,
): Promise<void> {
  const fields = Object.keys(changes[0]!.changes).map((name) => object.fields.get(name)!)
  const columns = columnsOf(fields)
  const rows = changes.map(({ id, changes: values }) => ({ id, ...columnValues(fields, values, rates) }))
  const noted = changes.map(({ id, before, changes: values }) => ({
    record: id,
    verb,
    customer: customerOf(object, id, { ...before, ...values }),
    changes: changesBetween(before, values),
  }))
  const written = sql`
    with done as (update ${tableOf(ctx.workspace, object.name)} t set ${assignments(ctx, columns)}
      from ${rowSet([{ name: 'id', type: 'uuid' }, ...columns], rows, 'n')} where t.id = n.id)
    ${logInsert(ctx, object.name, noted)}`
  await saying(ctx, () => written.execute(ctx.db))
  for (const field of fields) await linksOf(ctx, object, field, changes)
}

function assignments(ctx: Context, columns: readonly ColumnType[]): ReturnType<typeof sql> {
  const own = columns.map(({ name }) => sql`${sql.id(name)} = n.${sql.id(name)}`)
  const kept = [
    sql`version = t.version + 1`,
    sql`updated_at = ${ctx.now}::timestamptz`,
    sql`updated_by = ${ctx.actor.id}::uuid`,
  ]
  return sql`${sql.join([...own, ...kept])}`
}

async function linksOf(
  ctx: Context,
  object: ObjectModel,
  field: FieldModel,
  changes: readonly Change[],
): Promise<void> {
  await writeLinks(
    ctx,
    object,
    field,
    changes.map(({ id, changes: values }) => ({ id, values })),
  )
}
