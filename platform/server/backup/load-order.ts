import { sql, type Kysely } from 'kysely'
import type { SavedTable } from './manifest.ts'

/** Tables of schema `rapport` in an order in which no row comes before one that it points to. */
export async function loadOrder(db: Kysely<any>, tables: readonly SavedTable[]): Promise<SavedTable[]> {
  const { rows } = await sql<{ table: string; target: string }>`select c.relname as table, t.relname as target
    from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid join pg_catalog.pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'rapport'::regnamespace and c.oid <> t.oid`.execute(db)
  const targets = Map.groupBy(rows, (row) => row.table)
  const ordered: SavedTable[] = []
  const visit = (table: SavedTable): void => {
    if (ordered.includes(table)) return
    for (const { target } of targets.get(table.name) ?? [])
      for (const other of tables) if (other.name === target) visit(other)
    ordered.push(table)
  }
  for (const table of tables) visit(table)
  return ordered
}
