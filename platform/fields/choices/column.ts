import { sql } from 'kysely'
import { labelSql } from '../choice/column.ts'
import { setColumn } from '../set-column.ts'

export const choicesColumn = setColumn({
  words: (field, { alias }) =>
    sql<string>`(select string_agg(${labelSql(field.options, sql`one`)}, ' ') from unnest(${sql.ref(`${alias}.${field.name}`)}) one)`,
})
