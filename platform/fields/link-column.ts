import { sql } from 'kysely'
import type { FieldModel } from '#platform/objects/model.ts'
import { linkTo } from '#platform/server/records/link-sql.ts'
import type { Column, ColumnSpec } from './column.ts'

/** A foreign key column, read as `{ id, title }`. */
export function linkColumn(
  references: (field: FieldModel) => NonNullable<ColumnSpec['references']>,
): Column<string> {
  return {
    columns: (field) => [{ name: field.name, type: 'uuid', references: references(field) }],
    indexes: (field) => [{ name: 'sort', using: 'btree', on: `"${field.name}", "id"` }],
    write: (value, field) => ({ [field.name]: value }),
    read: (field, scope) => linkTo(scope, references(field).object, sql.ref(`${scope.alias}.${field.name}`)),
    stored: (field, scope) => sql.ref(`${scope.alias}.${field.name}`),
    scalar: (field, scope) => sql.ref(`${scope.alias}.${field.name}`),
  }
}
