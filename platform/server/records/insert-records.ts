import { sql } from 'kysely'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Context, Values } from '../context.ts'
import { changesBetween, customerOf, logInsert } from '../log/write-log.ts'
import { saying } from './database-errors.ts'
import { writeLinks } from './link-tables.ts'
import { storedFields } from './projection.ts'
import { columnsOf, columnValues, rowSet, type ColumnType } from './row-set.ts'
import { tableOf } from './table.ts'

export interface NewRecord {
  readonly id: string
  /** Stored values of the object's own fields. */
  readonly values: Values
}

/** Writes checked records and their log entries in one statement. */
export async function insertRecords(
  ctx: Context,
  object: ObjectModel,
  records: readonly NewRecord[],
  rates: ReadonlyMap<string, number>,
): Promise<void> {
  if (records.length === 0) return
  const fields = usedFields(object, records)
  const columns: ColumnType[] = [{ name: 'id', type: 'uuid' }, ...columnsOf(fields)]
  const names = sql.join(columns.map((column) => sql.id(column.name)))
  const rows = records.map(({ id, values }) => ({ id, ...columnValues(fields, values, rates) }))
  const noted = records.map(({ id, values }) => ({
    record: id,
    verb: 'created',
    customer: customerOf(object, id, values),
    changes: changesBetween(null, values),
  }))
  const { now, actor } = ctx
  const written = sql`
    with made as (
      insert into ${tableOf(ctx.workspace, object.name)} (${names}, created_at, created_by, updated_at, updated_by)
      select ${names}, ${now}::timestamptz, ${actor.id}::uuid, ${now}::timestamptz, ${actor.id}::uuid
      from ${rowSet(columns, rows, 'n')})
    ${logInsert(ctx, object.name, noted)}`
  await saying(ctx, () => written.execute(ctx.db))
  for (const field of fields) await writeLinks(ctx, object, field, records)
}

/** Fields that any of the records gives a value to; the others keep the column's default. */
function usedFields(object: ObjectModel, records: readonly NewRecord[]): FieldModel[] {
  const used = new Set(records.flatMap(({ values }) => Object.keys(values)))
  return storedFields(object).filter((field) => used.has(field.name) && !kept.has(field.name))
}

/** Standard fields that the engine itself keeps. */
const kept = new Set(['id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'deleted_at'])
