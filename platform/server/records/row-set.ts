import { sql, type RawBuilder } from 'kysely'
import type { Json } from '#platform/objects/json.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import type { Values } from '../context.ts'
import { baseAmounts } from './base-amounts.ts'
import { columnOf } from './query.ts'

export interface ColumnType {
  readonly name: string
  readonly type: string
}

/** The real columns behind fields, generated ones and link tables left out. */
export function columnsOf(fields: readonly FieldModel[]): ColumnType[] {
  return fields.flatMap((field) =>
    columnOf(field)
      .columns(field)
      .filter((column) => column.generated === undefined),
  )
}

/** The column values of one record, as JSON. */
export function columnValues(
  fields: readonly FieldModel[],
  values: Values,
  rates: ReadonlyMap<string, number>,
): Record<string, Json> {
  const row: Record<string, Json> = {}
  for (const field of fields) {
    if (!(field.name in values)) continue
    Object.assign(row, columnOf(field).write(values[field.name], field))
  }
  return { ...row, ...baseAmounts(fields, values, rates) }
}

/** Rows as a table inside a statement: one JSON parameter, however many rows; PostgreSQL casts to the types. */
export function rowSet(
  columns: readonly ColumnType[],
  rows: readonly object[],
  alias: string,
): RawBuilder<unknown> {
  const types = columns.map(({ name, type }) => sql`${sql.id(name)} ${sql.raw(type)}`)
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as ${sql.id(alias)}(${sql.join(types)})`
}
