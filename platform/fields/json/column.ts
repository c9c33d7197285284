import { sql } from 'kysely'
import { plainColumn } from '../plain-column.ts'

export const jsonColumn = plainColumn<any>('jsonb', {
  indexes: () => [],
  scalar: ({ name }, { alias }) => sql`${sql.ref(`${alias}.${name}`)}::text`,
})
