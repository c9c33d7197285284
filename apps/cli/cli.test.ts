import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '#platform/server/testing/fingerprints.ts'
import { testDatabase, type TestDatabase } from '#platform/server/testing/database.ts'
import { testRoot } from '#platform/server/testing/test-root.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

let folder: string
let database: TestDatabase

// On a database outside: starting an embedded one for each command would only cost time. `kill.test.ts` has that.
beforeAll(async () => {
  folder = await mkdtemp(join(testRoot(), 'rapport-cli-'))
  database = await testDatabase()
  await rapport(
    'workspace',
    'add',
    '--title',
    'Firm',
    '--name',
    'Ada',
    '--email',
    'ada@example.com',
    '--password',
    'harbour lights 42',
  )
}, 60_000)

afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

test('help names every command, and a wrong call is answered with the right way and exit code 2', async () => {
  const help = await rapport('help')
  for (const name of [
    'start',
    'migrate',
    'import',
    'export',
    'user',
    'key',
    'demo',
    'backup',
    'restore',
    'doctor',
  ])
    expect(help.out).toMatch(new RegExp(`^ +${name} `, 'm'))
  expect(await rapport('nonsense')).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no command “nonsense”'),
  })
  expect(await rapport('user', 'add', '--nmae', 'Bob')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/Unknown option '--nmae'[^]*Usage: rapport user list/),
  })
  expect(await rapport('export')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Usage: rapport export PLURAL'),
  })
}, 60_000)

test('people are let in with a password or a link, keys are made and revoked', async () => {
  expect(
    (await rapport('user', 'add', '--name', 'Bob', '--email', 'bob@example.com', '--role', 'Salesperson'))
      .out,
  ).toMatch(/\/invitation\/\S{20,}/)
  expect(
    await rapport('user', 'add', '--name', 'Bob', '--email', 'bob2@example.com', '--role', 'King'),
  ).toMatchObject({ code: 1, err: expect.stringMatching(/no role “King”, but: Administrator,/) })
  expect((await rapport('user', 'list')).out).toMatch(
    /Ada +ada@example.com +Administrator[^]*Bob +bob@example.com +Salesperson/,
  )
  const { out: key } = await rapport('key', 'create', '--name', 'Robot', '--role', 'Read only')
  expect(key.trim()).toMatch(/^rap_\w+$/)
  await rapport('key', 'revoke', key.slice(0, 8))
  expect((await rapport('key', 'list')).out).toMatch(/Robot +Read only +Ada +\d{4}-\d\d-\d\d$/m)
}, 60_000)

test('an import is shown before it is done, stops at problems, goes on when told, and can be taken back', async () => {
  const file = join(folder, 'people.csv')
  await writeFile(
    file,
    'First;Last;Mail;Firm\nAda;Love;ada@x.example;Kan-code\nBob;Hope;bob@x.example;Kancode\nCy;Dee;no mail;\n',
  )
  const companies = join(folder, 'companies.csv')
  await writeFile(companies, 'name\nKan-code\n')
  expect((await rapport('import', 'companies', companies)).out).toMatch(/Imported Companies: 1 created/)
  const maps = ['First=given_name', 'Last=family_name', 'Mail=emails', 'Firm=company'].flatMap((map) => [
    '--map',
    map,
  ])
  const shown = await rapport('import', 'people', file, ...maps)
  expect(shown.code).toBe(1)
  expect(shown.out).toMatch(
    /To create: 1\..*Not to be taken: 2\.[^]*“Kancode” is no company here\.[^]*--fix Firm:Kancode=Kan-code/,
  )
  expect(shown.err).toContain('Nothing was imported.')
  expect((await rapport('export', 'people', '--fields', 'name')).out.trim()).toBe('name')
  const done = await rapport(
    'import',
    'people',
    file,
    ...maps,
    '--fix',
    'Firm:Kancode=Kan-code',
    '--accept-rejects',
  )
  expect(done.out).toMatch(/Imported People: 2 created, .* 1 rejected/)
  expect(await readFile(`${file}.rejected.csv`, 'utf8')).toMatch(
    /^First,Last,Mail,Firm,Problem\r?\nCy,Dee,no mail,,/,
  )
  expect(
    (
      await rapport(
        'export',
        'people',
        '--format',
        'ndjson',
        '--fields',
        'name,company.name',
        '--where',
        '{"family_name":"Hope"}',
      )
    ).out,
  ).toContain('Kan-code')
  const change = /rapport undo (\S+)/.exec(done.out)![1]!
  expect((await rapport('undo', change)).out).toContain('2 records')
  expect((await rapport('export', 'people', '--fields', 'name')).out.trim()).toBe('name')
}, 120_000)

test('with several workspaces one is named; a wrong name is answered with those there are', async () => {
  await rapport(
    'workspace',
    'add',
    '--title',
    'Second firm',
    '--slug',
    'second',
    '--name',
    'Ada',
    '--email',
    'ada@example.com',
  )
  expect(await rapport('user', 'list')).toMatchObject({
    code: 2,
    err: expect.stringContaining('choose one with --workspace (firm, second)'),
  })
  expect(await rapport('user', 'list', '--workspace', 'third')).toMatchObject({
    code: 2,
    err: expect.stringContaining('but: firm, second'),
  })
  expect((await rapport('user', 'list', '--workspace', 'second')).out).toContain('ada@example.com')
}, 60_000)

test('doctor finds everything in order, then what is wrong', async () => {
  expect(await rapport('doctor')).toMatchObject({ code: 0, out: expect.not.stringContaining('WRONG') })
  await database.pool.query(`delete from ws_firm.search_entry where object = 'company'`)
  expect(await rapport('doctor')).toMatchObject({
    code: 1,
    out: expect.stringMatching(/WRONG +Workspace firm +search lacks 1 of/),
  })
}, 60_000)

test('a back-up is restored into another database by two commands, and the two are equal', async () => {
  const target = join(folder, 'back-up')
  expect((await rapport('backup', target)).out).toMatch(/^Saved \d+ rows of \d+ tables/)
  expect(await rapport('backup', target)).toMatchObject({ code: 1, err: expect.stringContaining('already') })
  const copy = await testDatabase()
  try {
    const restored = await run(
      { DATABASE_URL: copy.url, RAPPORT_DATA: join(folder, 'copy') },
      'restore',
      target,
    )
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('Workspaces: firm, second.') })
    expect(await rowsOf(copy.url)).toEqual(await rowsOf(database.url))
  } finally {
    await copy.drop()
  }
}, 60_000)

test('without an installation a command says so and makes none', async () => {
  const nowhere = join(folder, 'nowhere')
  expect(await run({ RAPPORT_DATA: nowhere }, 'user', 'list')).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no installation in'),
  })
  expect(existsSync(nowhere)).toBe(false)
}, 60_000)

interface Answered {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const rapport = (...args: string[]): Promise<Answered> =>
  run({ DATABASE_URL: database.url, RAPPORT_DATA: join(folder, 'data') }, ...args)

async function run(env: Record<string, string>, ...args: string[]): Promise<Answered> {
  const child = spawn(process.execPath, [main, ...args], { env: { PATH: process.env['PATH'] ?? '', ...env } })
  let [out, err] = ['', '']
  child.stdout.on('data', (part) => (out += String(part)))
  child.stderr.on('data', (part) => (err += String(part)))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, out, err }
}
