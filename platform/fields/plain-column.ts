import { sql } from 'kysely'
import type { Json } from '#platform/objects/json.ts'
import type { Column } from './column.ts'

/** The column of a kind whose value is one SQL value that is its own JSON. */
export function plainColumn<Value extends Json>(
  type: string,
  further: Partial<Column<Value>> = {},
): Column<Value> {
  return {
    columns: (field) => [{ name: field.name, type }],
    indexes: (field) => [{ name: 'sort', using: 'btree', on: `"${field.name}", "id"` }],
    write: (value, field) => ({ [field.name]: value }),
    read: (field, scope) => sql.ref(`${scope.alias}.${field.name}`),
    scalar: (field, scope) => sql.ref(`${scope.alias}.${field.name}`),
    ...further,
  }
}
