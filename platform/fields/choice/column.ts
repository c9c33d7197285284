import { sql, type RawBuilder } from 'kysely'
import { plainColumn } from '../plain-column.ts'
import { sortIndex } from '../text-indexes.ts'
import { type ChoiceList, choicesOf } from './choices-of.ts'

export const choiceColumn = plainColumn<string>('text', {
  indexes: (field) => [sortIndex(field)],
  words: (field, { alias }) => labelSql(field.options, sql.ref(`${alias}.${field.name}`)),
})

/** SQL: what people call the choice with this value. */
export function labelSql(
  options: { readonly choices?: ChoiceList },
  value: RawBuilder<unknown>,
): RawBuilder<string> {
  const differing = choicesOf(options).all.filter((one) => one.label !== one.value)
  if (differing.length === 0) return sql<string>`${value}`
  const cases = differing.map((one) => sql`when ${one.value} then ${one.label}`)
  return sql<string>`case ${value} ${sql.join(cases, sql` `)} else ${value} end`
}
