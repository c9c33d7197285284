import { sql } from 'kysely'
import { plainColumn } from '../plain-column.ts'

/** Milliseconds are all that is kept, so that a value read and a value compared are the same. */
export const datetimeColumn = plainColumn<string>('timestamp(3) with time zone', {
  read: (field, { alias }) =>
    sql`to_char(${sql.ref(`${alias}.${field.name}`)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
})
