import { sql, type Kysely } from 'kysely'
import { StartError } from '../database/start-error.ts'
import { migrations } from './migrations/all.ts'

/** Any number; the same for every process of Rapport on this database. */
const lock = 7_263_041_188_201n

/**
 * Brings schema `rapport` up to date: all missing migrations in one transaction, one process at a time.
 *
 * @throws StartError when rights are missing, or when a newer Rapport has been here.
 */
export async function migrate(db: Kysely<any>): Promise<void> {
  if ((await applied(db)) === migrations.length) return
  await db.transaction().execute((trx) => applyMigrations(trx, migrations.length))
}

/**
 * Applies what is missing of the first `upTo` migrations, in the caller's transaction.
 *
 * @throws StartError as `migrate`
 */
export async function applyMigrations(trx: Kysely<any>, upTo: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lock})`.execute(trx)
  await prepared(trx)
  const done = (await applied(trx)) ?? 0
  if (done > migrations.length) {
    throw new StartError(
      'This database was last used by a newer Rapport. Start that version again; an older one would damage the data.',
    )
  }
  for (const [index, migration] of migrations.slice(0, upTo).entries()) {
    if (index < done) continue
    await migration.run(trx)
    await sql`insert into rapport.migration (number, name) values (${index + 1}, ${migration.name})`.execute(
      trx,
    )
  }
}

/** How many migrations this database has seen; `undefined` before the first. */
async function applied(db: Kysely<any>): Promise<number | undefined> {
  const { rows } = await sql<{
    there: boolean
  }>`select to_regclass('rapport.migration') is not null as there`.execute(db)
  if (rows[0]?.there !== true) return undefined
  const found = await sql<{
    number: number | null
  }>`select max(number) as number from rapport.migration`.execute(db)
  return found.rows[0]?.number ?? 0
}

async function prepared(db: Kysely<any>): Promise<void> {
  try {
    await sql
      .raw(`
      create schema if not exists rapport;
      create table if not exists rapport.migration (
        number integer primary key, name text not null, applied_at timestamptz not null default now());`)
      .execute(db)
  } catch (error) {
    throw new StartError(
      `Rapport may not create its tables in this database (${(error as Error).message}). ` +
        'Give its database user the right: grant create on database … to …;',
    )
  }
}
