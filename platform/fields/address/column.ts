import { sql } from 'kysely'
import { plainColumn } from '../plain-column.ts'

const parts = ['street', 'postal_code', 'city', 'region', 'country'] as const

export const addressColumn = plainColumn<any>('jsonb', {
  indexes: ({ name }) =>
    (['country', 'city', 'postal_code'] as const).map((part) => ({
      name: part,
      using: 'btree',
      on: `("${name}"->>'${part}') collate "und-x-icu", "id"`,
    })),
  scalar: ({ name }, { alias }) =>
    sql`(case when ${sql.ref(`${alias}.${name}`)} is not null then concat_ws(chr(1), ${sql.join(parts.map((part) => sql`coalesce(${sql.ref(`${alias}.${name}`)}->>${sql.lit(part)}, '')`))}) end)`,
  part: ({ name }, { alias }, part) => sql`(${sql.ref(`${alias}.${name}`)}->>${sql.lit(part)})`,
  words: ({ name }, { alias }) =>
    sql<string>`concat_ws(' ', ${sql.join(parts.map((part) => sql`${sql.ref(`${alias}.${name}`)}->>${sql.lit(part)}`))})`,
})
