import { sql } from 'kysely'
import type { Column } from './column.ts'
import type { StatedEntry } from './entries.ts'
import { plainColumn } from './plain-column.ts'

/** The column of a list of addresses or numbers: `jsonb`, the primary entry first. */
export const entriesColumn: Column<readonly StatedEntry[]> = plainColumn<any>('jsonb', {
  indexes: ({ name }) => [
    { name: 'sort', using: 'btree', on: `(("${name}"->0->>'value')) collate "und-x-icu", "id"` },
    // New entries go into the index at once: an import looks every row up, and would read the list of pending ones each time.
    { name: 'same', using: 'gin', on: `"${name}" jsonb_path_ops`, storage: 'fastupdate = off' },
  ],
  scalar: ({ name }, { alias }) => sql`(${sql.ref(`${alias}.${name}`)}->0->>'value')`,
  part: ({ name }, { alias }, part) =>
    sql`(${sql.ref(`${alias}.${name}`)}->0->>${sql.lit(part === 'primary' ? 'value' : part)})`,
  words: ({ name }, { alias }) =>
    sql<string>`(select string_agg(one->>'value', ' ') from jsonb_array_elements(${sql.ref(`${alias}.${name}`)}) one)`,
  /** Any address in common; served by the `same` index. */
  probes: (entries: readonly StatedEntry[]) => entries.map(({ value }) => [{ value }]),
  holds: ({ name }, { alias }, probe) => sql<boolean>`${sql.ref(`${alias}.${name}`)} @> ${probe}`,
})
