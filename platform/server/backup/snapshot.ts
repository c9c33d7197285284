import type pg from 'pg'
import { StartError } from '../database/start-error.ts'
import { qualified } from '../schema/sql-names.ts'

/** A table as it is in the snapshot. */
export interface FoundTable {
  readonly schema: string
  readonly name: string
  /** Those that hold values of their own; computed ones are computed again. */
  readonly columns: readonly string[]
}

const attempts = 5

/**
 * Begins a read-only transaction that sees one moment of all of Rapport's schemas, and keeps their tables from being
 * changed (not: written) until it ends. The locks come first, because the moment must be after the last change
 * of a table; a workspace that was made in between makes it begin again.
 *
 * @throws StartError when tables are changed all the time
 */
export async function beginSnapshot(client: pg.ClientBase): Promise<FoundTable[]> {
  for (let attempt = 1; ; attempt++) {
    const before = await tablesOf(client)
    await client.query('begin isolation level repeatable read read only')
    try {
      await client.query(
        `lock table ${before.map(({ schema, name }) => qualified(schema, name)).join(', ')} in access share mode`,
      )
      const now = await tablesOf(client)
      if (JSON.stringify(now) === JSON.stringify(before)) return now
      throw new StartError('Objects or fields are being changed just now: try again in a moment.')
    } catch (error) {
      await client.query('rollback')
      const { code } = error as { code?: string }
      const passes = error instanceof StartError || code === '55P03' || code === '42P01'
      if (!passes || attempt === attempts) throw error
    }
  }
}

async function tablesOf(client: pg.ClientBase): Promise<FoundTable[]> {
  const { rows } = await client.query<FoundTable>(`select n.nspname as schema, c.relname as name,
      array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where (n.nspname = 'rapport' or n.nspname in (select schema from rapport.workspace))
      and c.relkind in ('r', 'p') and not c.relispartition
    group by 1, 2 order by 1, 2`)
  return rows
}
