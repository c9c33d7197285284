import { sql, type Kysely } from 'kysely'

/** Makes every change of people, teams and roles of a workspace known to `identity-cache.ts`. May be run again. */
export async function addPeopleTriggers(db: Kysely<any>, schema: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relname in ('user', 'team', 'role') and c.relkind = 'r'`.execute(db)
  for (const { name } of rows) {
    await sql`create or replace trigger people_changed after insert or update or delete
      on ${sql.id(schema)}.${sql.id(name)} for each statement execute function rapport.people_changed()`.execute(
      db,
    )
  }
}
