import { Kysely, PostgresDialect } from 'kysely'
import { openPool } from '../database/connect.ts'
import { migrate } from '../schema/migrate.ts'

/** Fills the database that every test database is a copy of. It must leave no connection open. */
export async function prepareTemplate(url: string): Promise<void> {
  const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: openPool(url, { max: 1 }) }) })
  await migrate(db)
  await db.destroy()
}
