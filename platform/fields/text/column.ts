import { sql } from 'kysely'
import { plainColumn } from '../plain-column.ts'
import { textIndexes } from '../text-indexes.ts'

export const textColumn = plainColumn<string>('text', {
  indexes: textIndexes,
  holds: (field, { alias }, probe) =>
    sql<boolean>`rapport.fold(${sql.ref(`${alias}.${field.name}`)}) = rapport.fold(${probe} #>> '{}')`,
})
