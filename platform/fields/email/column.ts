import { sql } from 'kysely'
import { plainColumn } from '../plain-column.ts'
import { textIndexes } from '../text-indexes.ts'

export const emailColumn = plainColumn<string>('text', {
  indexes: (field) => [...textIndexes(field), { name: 'same', using: 'btree', on: `"${field.name}"` }],
  holds: (field, { alias }, probe) => sql<boolean>`${sql.ref(`${alias}.${field.name}`)} = ${probe} #>> '{}'`,
})
