import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from './migrate.ts'

const names: string[] = []
let admin: pg.Client
beforeAll(async () => {
  admin = new pg.Client(inject('adminUrl'))
  await admin.connect()
})
afterAll(async () => {
  for (const name of names) await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query('drop role if exists nobody_special')
  await admin.end()
})

/** A database that Rapport has never seen. */
async function emptyDatabase(user?: string): Promise<{ db: Kysely<any>; pool: pg.Pool }> {
  const name = `empty_${crypto.randomUUID().replaceAll('-', '')}`
  names.push(name)
  await admin.query(`create database ${name}`)
  const url = new URL(inject('adminUrl'))
  url.pathname = `/${name}`
  if (user !== undefined) Object.assign(url, { username: user, password: 'secret' })
  const pool = new pg.Pool({ connectionString: url.href, max: 4 })
  pool.on('error', () => undefined)
  return { pool, db: new Kysely<any>({ dialect: new PostgresDialect({ pool }) }) }
}

test('two processes that start at once on an empty database make its tables once', async () => {
  const { db } = await emptyDatabase()
  await Promise.all([migrate(db), migrate(db), migrate(db)])
  const { rows } =
    await sql`select number from rapport.migration group by number having count(*) > 1`.execute(db)
  expect(rows).toEqual([])
  await migrate(db)
  await db.destroy()
})

test('an extension that the database has elsewhere is used where it is', async () => {
  const { db } = await emptyDatabase()
  await sql.raw('create schema tools; create extension pg_trgm with schema tools').execute(db)
  await migrate(db)
  const { rows } = await sql`select rapport.similarity('Acme', 'Acme Inc') > 0.4 as near,
    'Acme' operator(rapport.%) 'Acme Inc' as alike, rapport.fold('MÜLLER') as folded`.execute(db)
  expect(rows).toEqual([{ near: true, alike: true, folded: 'muller' }])
  await db.destroy()
})

test('a database user without rights is told which right is missing', async () => {
  await admin.query("create role nobody_special login password 'secret'")
  const { db } = await emptyDatabase('nobody_special')
  await expect(migrate(db)).rejects.toThrow(
    /may not create its tables in this database .*grant create on database/,
  )
  await db.destroy()
})

test('an older Rapport does not touch the database of a newer one', async () => {
  const { db } = await emptyDatabase()
  await migrate(db)
  await sql`insert into rapport.migration (number, name) values (9999, 'from the future')`.execute(db)
  await expect(migrate(db)).rejects.toThrow(/last used by a newer Rapport/)
  await db.destroy()
})
