import { sql } from 'kysely'
import { plainColumn } from '../plain-column.ts'
import { textIndexes } from '../text-indexes.ts'

export const textColumn = plainColumn<string>('text', {
  indexes: textIndexes,
  sameAs: (field, { alias }, value) =>
    sql<boolean>`rapport.fold(${sql.ref(`${alias}.${field.name}`)}) = rapport.fold(${value})`,
})
