import { sql } from 'kysely'
import type { Column } from './column.ts'
import { plainColumn } from './plain-column.ts'

/** The column of a kind whose value is a set of texts. */
export function setColumn(further: Partial<Column<readonly string[]>> = {}): Column<readonly string[]> {
  return plainColumn<readonly string[]>('text[]', {
    indexes: (field) => [{ name: 'has', using: 'gin', on: `"${field.name}"` }],
    words: (field, { alias }) => sql<string>`array_to_string(${sql.ref(`${alias}.${field.name}`)}, ' ')`,
    ...further,
  })
}
