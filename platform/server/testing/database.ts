import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openPool } from '../database/connect.ts'

/** A database for one test file. */
export interface TestDatabase {
  url: string
  pool: pg.Pool
  /** Closes the pool and removes the database, whoever is still connected. */
  drop(): Promise<void>
}

/**
 * Makes a database that is a copy of the prepared template, in about 15 ms.
 *
 * @example
 *   const database = await testDatabase()
 *   afterAll(() => database.drop())
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(`create database ${name} template template_rapport strategy file_copy`)
  const address = new URL(inject('adminUrl'))
  address.pathname = `/${name}`
  const pool = openPool(address.href, { name: 'rapport test', max: 8 })
  return {
    url: address.href,
    pool,
    async drop() {
      if (!pool.ended) await pool.end()
      await asAdmin(`drop database if exists ${name} with (force)`)
    },
  }
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client(inject('adminUrl'))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
