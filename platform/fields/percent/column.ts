import { sql } from 'kysely'
import { plainColumn } from '../plain-column.ts'

export const percentColumn = plainColumn<number>('numeric', {
  read: (field, { alias }) => sql`trim_scale(${sql.ref(`${alias}.${field.name}`)})`,
})
