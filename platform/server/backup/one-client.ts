import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { openPool } from '../database/connect.ts'

/** One connection, reached both through Kysely and as it is: `COPY` needs the connection itself. */
export interface OneClient {
  readonly db: Kysely<any>
  readonly client: pg.ClientBase
  end(): Promise<void>
}

/** @throws when the database cannot be reached */
export async function oneClient(url: string): Promise<OneClient> {
  const pool = openPool(url, { name: 'rapport back-up', max: 1 })
  const client = await pool.connect()
  const lent = { query: client.query.bind(client), release: () => undefined }
  const db = new Kysely<any>({
    dialect: new PostgresDialect({
      pool: { connect: async () => lent, end: async () => undefined } as unknown as pg.Pool,
    }),
  })
  return {
    db,
    client,
    async end() {
      await db.destroy()
      client.release(true)
      await pool.end()
    },
  }
}
