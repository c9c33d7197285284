import { sql } from 'kysely'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import { writeLog } from '../log/write-log.ts'
import { columnOf } from './query.ts'
import { tableOf } from './table.ts'

/** A field of an object that points to another. */
export interface Pointing {
  readonly object: ObjectModel
  readonly field: FieldModel
}

/**
 * Lets one field of all records that point to `others` point to `keep`, with a log entry each: one statement,
 * however many there are. No rule runs: nothing of the business changes but the name of the same thing.
 */
export async function moveReferences(
  ctx: Context,
  { object, field }: Pointing,
  keep: string,
  others: readonly string[],
): Promise<void> {
  const links = columnOf(field).linkTable?.(field)
  await (links === undefined
    ? moveColumn(ctx, { object, field }, keep, others)
    : moveLinks(ctx, { object, field }, tableOf(ctx.workspace, links.name), keep, others))
}

async function moveColumn(
  ctx: Context,
  { object, field }: Pointing,
  keep: string,
  others: readonly string[],
): Promise<void> {
  const { workspace, now, actor, change, source } = ctx
  const table = tableOf(workspace, object.name)
  const column = sql.id(field.name)
  const customer = object.isCustomer ? sql`m.id` : object.customer ? sql`m.customer` : sql`null::uuid`
  await sql`
    with old as (select id, ${column} as was from ${table} where ${column} = any(${others}::uuid[]) and id <> ${keep}::uuid for update),
    moved as (update ${table} t set ${column} = ${keep}::uuid, version = t.version + 1,
        updated_at = ${now}::timestamptz, updated_by = ${actor.id}::uuid
      from old where t.id = old.id returning t.*, old.was)
    insert into ${tableOf(workspace, 'log')} (at, change, actor, actor_key, source, object, record, verb, customer, changes)
    select ${now}::timestamptz, ${change}::uuid, ${actor.id}::uuid, ${actor.key ?? null}::uuid, ${source}, ${object.name},
      m.id, 'updated', ${customer}, jsonb_build_object(${field.name}::text, jsonb_build_array(m.was, ${keep}::uuid)) from moved m`.execute(
    ctx.db,
  )
}

async function moveLinks(
  ctx: Context,
  { object, field }: Pointing,
  table: ReturnType<typeof tableOf>,
  keep: string,
  others: readonly string[],
): Promise<void> {
  const before = await linksThrough(ctx, table, sql`target = any(${others}::uuid[])`)
  if (before.size === 0) return
  await sql`insert into ${table} (record, target, position)
    select distinct on (record) record, ${keep}::uuid, position from ${table} where target = any(${others}::uuid[])
    order by record, position on conflict (record, target) do nothing`.execute(ctx.db)
  await sql`delete from ${table} where target = any(${others}::uuid[])`.execute(ctx.db)
  const after = await linksThrough(ctx, table, sql`record = any(${[...before.keys()]}::uuid[])`)
  const noted = [...before].map(([record, was]) => ({
    record,
    verb: 'updated',
    customer: null,
    changes: { [field.name]: [was, after.get(record) ?? []] as const },
  }))
  await writeLog(ctx, object.name, noted)
}

/** The whole lists of links of the records that fit: record → targets in order. */
async function linksThrough(
  ctx: Context,
  table: ReturnType<typeof tableOf>,
  fits: ReturnType<typeof sql>,
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ record: string; targets: string[] }>`
    select record, json_agg(target order by position) as targets from ${table}
    where record in (select record from ${table} where ${fits}) group by record`.execute(ctx.db)
  return new Map(rows.map((row) => [row.record, row.targets]))
}
