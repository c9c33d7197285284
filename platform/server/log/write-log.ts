import { sql, type RawBuilder } from 'kysely'
import type { Json } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context, Values } from '../context.ts'
import { rowSet, type ColumnType } from '../records/row-set.ts'
import { tableOf } from '../records/table.ts'
import type { LogVerb } from './entry.ts'

/** What a write notes of one record. */
export interface Noted {
  readonly record: string
  readonly verb: LogVerb
  readonly customer: string | null
  readonly changes: Readonly<Record<string, readonly [Json, Json]>>
}

const columns: readonly ColumnType[] = [
  { name: 'record', type: 'uuid' },
  { name: 'verb', type: 'text' },
  { name: 'customer', type: 'uuid' },
  { name: 'changes', type: 'jsonb' },
]

/** `insert into log …` for records of one object: to stand in the same statement or transaction as the write. */
export function logInsert(ctx: Context, object: string, entries: readonly Noted[]): RawBuilder<unknown> {
  const { actor, source, change, now, workspace } = ctx
  return sql`insert into ${tableOf(workspace, 'log')} (at, change, actor, actor_key, source, object, record, verb, customer, changes)
    select ${now}::timestamptz, ${change}::uuid, ${actor.id}::uuid, ${actor.key ?? null}::uuid, ${source}, ${object},
      l.record, l.verb, l.customer, l.changes from ${rowSet(columns, entries, 'l')}`
}

/** Notes what an action did beyond writing records (a mail sent, a job started …). */
export async function writeLog(ctx: Context, object: string, entries: readonly Noted[]): Promise<void> {
  if (entries.length > 0) await logInsert(ctx, object, entries).execute(ctx.db)
}

/** The customer a record concerns: itself, its company, else its person. */
export function customerOf(object: ObjectModel, id: string, values: Values): string | null {
  if (object.isCustomer) return id
  if (!object.customer) return null
  return (values['company'] ?? values['person'] ?? null) as string | null
}

/** `{ field: [before, after] }` of what differs. */
export function changesBetween(
  before: Values | null,
  changed: Values,
): Record<string, readonly [Json, Json]> {
  const names = Object.keys(changed).filter((name) => before !== null || changed[name] !== null)
  return Object.fromEntries(
    names.map((name) => [name, [before?.[name] ?? null, changed[name] ?? null] as const]),
  )
}
