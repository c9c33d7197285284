import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/database.ts'
import { assertUsable, openPool, usabilityFault, type DatabaseFacts } from './connect.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

afterAll(() => database.drop())

describe('a pool', () => {
  test('speaks UTC and gives its name', async () => {
    const pool = openPool(database.url, { name: 'rapport probe' })
    const { rows } = await pool.query(
      `select current_setting('timezone') as zone, current_setting('application_name') as name`,
    )
    expect(rows).toEqual([{ zone: 'UTC', name: 'rapport probe' }])
    await pool.end()
  })

  test('keeps the options that an address brings', async () => {
    const address = new URL(database.url)
    address.searchParams.set('options', '-c statement_timeout=1234')
    const pool = openPool(address.href)
    const { rows } = await pool.query('show statement_timeout')
    expect(rows).toEqual([{ statement_timeout: '1234ms' }])
    await pool.end()
  })

  test('outlives connections that are cut, idle or in the middle of a transaction', async () => {
    const errors: Error[] = []
    const pool = openPool(database.url, { name: 'rapport cut', onError: (error) => errors.push(error) })
    const idle = await pool.connect()
    const inTransaction = await pool.connect()
    idle.release()
    await inTransaction.query('begin')
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rapport cut'`,
    )
    while (pool.idleCount > 0 || errors.length < 2) await sleep(5)
    await expect(inTransaction.query('select 1')).rejects.toThrow()
    inTransaction.release(true)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pool.end()
  })
})

describe('a database', () => {
  test('that has all Rapport needs is accepted', async () => {
    await expect(assertUsable(database.url)).resolves.toBeUndefined()
  })

  test('that is not running is named by host and port, without the password', async () => {
    const fault = await assertUsable('postgres://me:secret@127.0.0.1:1/crm').catch(
      (error: Error) => error.message,
    )
    expect(fault).toBe(
      'PostgreSQL at 127.0.0.1:1 cannot be reached (ECONNREFUSED): start it or correct DATABASE_URL.',
    )
  })

  test('that refuses the password says so', async () => {
    const address = new URL(database.url)
    address.password = 'guess'
    await expect(assertUsable(address.href)).rejects.toThrow(
      /refused the user "rapport": correct name and password/,
    )
  })

  test('that does not exist is named', async () => {
    const address = new URL(database.url)
    address.pathname = '/nowhere'
    await expect(assertUsable(address.href)).rejects.toThrow(/has no database "nowhere"/)
  })

  test('in which the user may not create schemas says how to allow it', async () => {
    const admin = new pg.Client(inject('adminUrl'))
    await admin.connect()
    await admin.query(`create role guest login password 'guest'`)
    const address = new URL(database.url)
    address.username = address.password = 'guest'
    await expect(assertUsable(address.href)).rejects.toThrow(/The user "guest" may not create schemas/)
    await admin.query('drop role guest')
    await admin.end()
  })

  test('is judged by version, state, encoding and rights', () => {
    const good: DatabaseFacts = {
      version: 150_004,
      database: 'crm',
      role: 'me',
      encoding: 'UTF8',
      standby: false,
      may_create: true,
    }
    expect(usabilityFault(good)).toBeUndefined()
    expect(usabilityFault({ ...good, version: 140_012 })).toBe(
      'The database is PostgreSQL 14; Rapport needs version 15 or newer.',
    )
    expect(usabilityFault({ ...good, standby: true })).toMatch(/read-only copy/)
    expect(usabilityFault({ ...good, encoding: 'LATIN1' })).toMatch(/stores text as LATIN1/)
    expect(usabilityFault({ ...good, may_create: false })).toMatch(/grant create on database "crm" to "me"/)
  })
})
