import { sql } from 'kysely'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import type { NewRecord } from './insert-records.ts'
import { columnOf } from './query.ts'
import { rowSet } from './row-set.ts'
import { tableOf } from './table.ts'

/** Replaces the links of a many-to-many field for the records that name it. */
export async function writeLinks(
  ctx: Context,
  _object: ObjectModel,
  field: FieldModel,
  records: readonly NewRecord[],
): Promise<void> {
  const table = columnOf(field).linkTable?.(field)
  if (table === undefined) return
  const named = records.filter(({ values }) => field.name in values)
  if (named.length === 0) return
  const name = tableOf(ctx.workspace, table.name)
  const rows = named.flatMap(({ id, values }) =>
    ((values[field.name] as string[] | null) ?? []).map((target, position) => ({
      record: id,
      target,
      position,
    })),
  )
  await sql`delete from ${name} where record = any(${named.map(({ id }) => id)}::uuid[])`.execute(ctx.db)
  if (rows.length === 0) return
  await sql`insert into ${name} (record, target, position) select record, target, position from ${rowSet(linkColumns, rows, 'n')}`.execute(
    ctx.db,
  )
}

const linkColumns = [
  { name: 'record', type: 'uuid' },
  { name: 'target', type: 'uuid' },
  { name: 'position', type: 'integer' },
]
