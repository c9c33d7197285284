import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile, storeFile } from '../files/file-store.ts'
import { createKey } from '../identity/api-keys.ts'
import { newWorkspace } from '../identity/first-workspace.ts'
import { signIn } from '../identity/sign-in.ts'
import { openApp, type OpenApp } from '../open-app.ts'
import { createField } from '../schema/customize/create-field.ts'
import { createObject } from '../schema/customize/create-object.ts'
import { refreshWorkspace } from '../schema/workspaces.ts'
import { testDatabase, type TestDatabase } from '../testing/database.ts'
import { rowsOf, shapeOf } from '../testing/fingerprints.ts'
import { aTestApp, type TestApp } from '../testing/test-app.ts'
import { testModules } from '../testing/test-firm.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

let folder: string
let source: TestApp
let stored: string
const owner = {
  email: 'owner@example.com',
  password: 'harbour lights 42',
  from: '127.0.0.1',
  browser: undefined,
}
const closers: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-back-up-'))
  source = await aTestApp()
  await fill(source)
})

afterAll(async () => {
  for (const close of closers.reverse()) await close()
  await source.close()
  await rm(folder, { recursive: true, force: true })
})

test('a restored copy equals its source: rows, tables, customer-made objects, links, bin, log, files, sequences', async () => {
  const backup = await saved('whole')
  const { database } = await copyOf(backup)
  expect(await rowsOf(database.url)).toEqual(await rowsOf(source.url))
  expect(await shapeOf(database.url)).toEqual(await shapeOf(source.url))
})

test('a restored copy works: people sign in as before, search knows everything, new records are found', async () => {
  const { app } = await openedCopy(await saved('working'))
  expect(await signIn(app, owner)).toMatch(/^\S{20,}$/)
  await expect(signIn(app, { ...owner, password: 'wrong one' })).rejects.toThrow(/not right/)
  const workspace = await app.workspace('test')
  expect(workspace.model.object('c_machine').fields.get('serial')?.kind.name).toBe('auto_number')
  const { stream } = await openFile(app.files, stored)
  expect(await text(stream)).toBe('contents of a contract')
})

test('readers of the log go on in the copy where they were, and read what comes next', async () => {
  await source.app.reacting.settle(source.workspace)
  const reader = sql.id(source.workspace.schema, 'reader')
  await sql`update ${reader} set xid = '0', position = 0 where name = 'search'`.execute(source.app.db)
  await sql`delete from ${sql.id(source.workspace.schema, 'search_entry')}`.execute(source.app.db)
  const { app } = await openedCopy(await saved('behind'), { work: false })
  const workspace = await app.workspace('test')
  const entries = async () =>
    (
      await sql<{
        n: number
      }>`select count(*)::int as n from ${sql.id(workspace.schema, 'search_entry')}`.execute(app.db)
    ).rows[0]!.n
  expect(await entries()).toBe(0)
  await app.reacting.settle(workspace)
  const known = await entries()
  expect(known).toBeGreaterThan(40)
  await sql`insert into ${sql.id(workspace.schema, 'company')} (id, name) values ('0197aaaa-0000-7000-8000-000000000001', 'Later')`.execute(
    app.db,
  )
  await sql`insert into ${sql.id(workspace.schema, 'log')} (change, source, object, record, verb)
    values (gen_random_uuid(), 'api', 'company', '0197aaaa-0000-7000-8000-000000000001', 'created')`.execute(
    app.db,
  )
  await app.reacting.settle(workspace)
  expect(await entries()).toBe(known + 1)
  await source.app.reacting.settle(source.workspace)
})

test('a back-up made while people write shows one moment: what was written together is there together', async () => {
  const stop = new AbortController()
  let written = 0
  const writers = [1, 2].map(async (writer) => {
    for (; !stop.signal.aborted; written++) {
      const company = await source.perform(source.system, 'company', 'create', {
        values: { name: `Twin ${writer} ${written}` },
      })
      await source.app.db.transaction().execute(async (db) => {
        const schema = source.workspace.schema
        await sql`update ${sql.id(schema, 'company')} set employees = coalesce(employees, 0) + 1 where id = ${company.id}`.execute(
          db,
        )
        await sql`insert into ${sql.id(schema, 'person')} (id, name, company) values (gen_random_uuid(), 'Twin', ${company.id})`.execute(
          db,
        )
      })
    }
  })
  const backup = await saved('busy')
  stop.abort()
  await Promise.all(writers)
  expect(written).toBeGreaterThan(5)
  const { database } = await copyOf(backup)
  const { rows } = await database.pool.query(`select
    (select count(*) from ws_test.company where name like 'Twin%')::int as companies,
    (select sum(employees) from ws_test.company where name like 'Twin%')::int as counted,
    (select count(*) from ws_test.person where name = 'Twin')::int as people,
    (select count(*) from ws_test.company c where name like 'Twin%' and not exists (
      select from ws_test.log l where l.record = c.id and l.verb = 'created'))::int as unlogged`)
  expect(rows[0].people).toBe(rows[0].counted ?? 0)
  expect(rows[0].unlogged).toBe(0)
})

test('nothing is restored over data that is there', async () => {
  const backup = await saved('over')
  const before = await rowsOf(source.url)
  await expect(restored(backup, source.url)).rejects.toThrow(/(A server works|data here already)/)
  const { database } = await copyOf(backup)
  await expect(restored(backup, database.url)).rejects.toThrow(/There is data here already/)
  expect(await rowsOf(source.url)).toEqual(before)
})

test('a damaged back-up is refused and leaves the database as empty as it was', async () => {
  const backup = await saved('damaged')
  const table = join(backup, 'tables', 'ws_test.company.zst')
  const whole = await readFile(table)
  const other = zstdDecompressSync(whole)
  expect(other.length).toBeGreaterThan(100)
  other[other.length - 2]! ^= 1
  for (const damage of [
    // The last few bytes of such a file may hold nothing, half of it surely does.
    whole.subarray(0, whole.length / 2),
    // Compressed well, but not what was saved.
    zstdCompressSync(other),
  ]) {
    await writeFile(table, damage)
    await stillEmpty(backup, /The back-up is damaged: tables\/ws_test.company.zst/)
  }
  await cp(join(backup, 'tables', 'ws_test.user.zst'), table)
  await stillEmpty(backup, /damaged|company/)
  await rm(table)
  await stillEmpty(backup, /The back-up is damaged/)
})

test('a file that is missing or changed in the back-up is noticed before anything is restored', async () => {
  const backup = await saved('file-lost')
  await rm(join(backup, 'files', stored.slice(0, 2), stored.slice(2, 4), stored))
  await stillEmpty(backup, new RegExp(`the file files/.*${stored} is missing`))
})

test('a back-up of a newer Rapport is refused, and so is a folder that is no whole back-up', async () => {
  const backup = await saved('newer')
  const file = join(backup, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  await writeFile(file, JSON.stringify({ ...manifest, release: '99.0.0' }))
  await stillEmpty(backup, /was made by Rapport 99\.0\.0/)
  await rm(file)
  await stillEmpty(backup, /is no whole back-up/)
})

test('a back-up never replaces something, and one that cannot be written leaves nothing behind', async () => {
  const backup = await saved('once')
  await expect(saved('once')).rejects.toThrow(/There is something at .* already/)
  await writeFile(join(folder, 'a-file'), 'x')
  await expect(saved(join('a-file', 'below'))).rejects.toThrow(/There is something at/)
  expect(existsSync(join(folder, '.once.unfinished'))).toBe(false)
  expect(existsSync(join(backup, 'manifest.json'))).toBe(true)
})

async function fill(test: TestApp): Promise<void> {
  const { app, perform, system, workspace, as } = test
  const machine = {
    label: 'Machine',
    plural_label: 'Machines',
    customer: true,
    fields: [
      { kind: 'text', name: 'name', label: 'Name' },
      { kind: 'auto_number', label: 'Serial', prefix: 'M-' },
    ],
  }
  await createObject(as(system), machine as never)
  await createField(as(system), 'company', { kind: 'choice', label: 'Rating', choices: ['a', 'b'] } as never)
  await createField(as(system), 'c_machine', { kind: 'references', label: 'Users', to: 'person' } as never)
  await refreshWorkspace(workspace)
  const ids: string[] = []
  for (let at = 0; at < 20; at++) {
    const company = await perform(system, 'company', 'create', {
      values: {
        name: `Öko "${at}"\t\\N\n`,
        c_rating: 'a',
        employees: at,
        ...(at > 0 ? { parent: ids[0]! } : {}),
      },
    })
    ids.push(company.id)
    const person = await perform(system, 'person', 'create', {
      values: {
        name: `Ada ${at}`,
        company: company.id,
        emails: [{ address: `ada${at}@example.com` }],
      } as never,
    })
    await perform(system, 'c_machine', 'create', {
      values: { name: `Drill ${at}`, users: [person.id] } as never,
    })
  }
  await perform(system, 'company', 'delete', { id: ids[3]! })
  await perform(system, 'person', 'create', { values: { name: 'Emptied' } })
  await app.db.transaction().execute(async (db) => {
    await sql`insert into ${sql.id(workspace.schema, 'log')} (at, change, source, object, record, verb)
      values ('2001-05-05', gen_random_uuid(), 'api', 'company', ${ids[0]}, 'updated')`.execute(db)
  })
  const { sha256 } = await storeFile(
    app.files,
    Readable.from([Buffer.from('contents of a contract')]),
    'contract.txt',
  )
  stored = sha256
  const { workspace: other } = await newWorkspace(app, { workspace: 'Other', name: 'Owner', ...owner })
  const role = await sql<{ id: string }>`select id from ${sql.id(other.schema, 'role')} limit 1`.execute(
    app.db,
  )
  await createKey(app, other, { ...system }, { name: 'Key', role: role.rows[0]!.id })
  await app.reacting.settle(workspace)
}

const secrets = () => join(folder, 'secrets')

async function saved(name: string): Promise<string> {
  const target = join(folder, name)
  const { app, url } = source
  await backUp({
    url,
    code: app.schemas.code,
    files: app.files,
    secrets: secrets(),
    target,
    say: () => undefined,
  })
  return target
}

const restored = (backup: string, url: string, files = join(folder, 'nowhere')) =>
  restore({
    url,
    code: source.app.schemas.code,
    files,
    secrets: join(files, '..', 'restored-secrets'),
    source: backup,
  })

async function copyOf(backup: string): Promise<{ database: TestDatabase; files: string }> {
  const database = await testDatabase()
  closers.push(() => database.drop())
  const files = `${backup}-restored-files`
  await restored(backup, database.url, files)
  return { database, files }
}

async function openedCopy(backup: string, options: { work?: boolean } = {}): Promise<{ app: OpenApp }> {
  const { database, files } = await copyOf(backup)
  const app = await openApp({
    url: database.url,
    modules: testModules,
    files,
    logger: pino({ level: 'error' }),
    connections: 4,
    ...options,
  })
  closers.push(() => app.close())
  return { app }
}

async function stillEmpty(backup: string, sentence: RegExp): Promise<void> {
  const database = await testDatabase()
  try {
    const before = await shapeOf(database.url)
    await expect(restored(backup, database.url)).rejects.toThrow(sentence)
    expect(await shapeOf(database.url)).toEqual(before)
  } finally {
    await database.drop()
  }
}

async function text(stream: AsyncIterable<unknown>): Promise<string> {
  let found = ''
  for await (const part of stream) found += String(part)
  return found
}
