import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Workspace } from '#platform/server/context.ts'
import { contextFor, systemActor } from '#platform/server/actions/context-for.ts'
import { boardOf } from '#platform/server/records/board-of.ts'
import { openApp, type OpenApp } from '#platform/server/open-app.ts'
import { testDatabase, type TestDatabase } from '#platform/server/testing/database.ts'
import { modules } from '../../modules.ts'
import { seedDemo } from './seed-demo.ts'

let app: OpenApp
let database: TestDatabase
let files: string
let workspace: Workspace

beforeAll(async () => {
  database = await testDatabase()
  files = await mkdtemp(join(tmpdir(), 'rapport-files-'))
  app = await openApp({ url: database.url, modules, files, logger: pino({ level: 'error' }), work: false })
  workspace = await seedDemo(app)
}, 120_000)

afterAll(async () => {
  await app.close()
  await database.drop()
  await rm(files, { recursive: true, force: true })
})

const rows = async (text: string): Promise<any[]> =>
  (await app.pool.query(text.replaceAll('demo.', 'ws_demo.'))).rows
const count = async (text: string): Promise<number> =>
  Number((await rows(`select count(*) as n ${text}`))[0].n)

test('the demo company has as many customers and deals as a firm of a dozen people', async () => {
  expect(await count('from demo.company')).toBe(200)
  expect(await count('from demo.person')).toBe(800)
  expect(await count('from demo.opportunity')).toBe(400)
  expect(await count('from demo."user" where active')).toBe(12)
  expect(await count('from demo.interaction')).toBeGreaterThan(500)
  expect(await count('from demo.task')).toBeGreaterThan(300)
  expect(await count('from demo.note')).toBeGreaterThan(100)
})

test('every deal stands where its history ends, and its history has no gaps', async () => {
  const broken = await rows(`
    with moves as (select *, lag(to_stage) over step as former, lag(at) over step as former_at,
        row_number() over (partition by opportunity order by at desc) as back
      from demo.stage_change window step as (partition by opportunity order by at))
    select o.name from demo.opportunity o join moves m on m.opportunity = o.id
    where (m.back = 1 and (m.to_stage <> o.stage or m.at <> o.stage_since)) or m.from_stage is distinct from m.former
      or (m.former is not null and abs(m.lasted - extract(epoch from m.at - m.former_at)) > 1)`)
  expect(broken).toEqual([])
  expect(
    await count(
      'from demo.opportunity o where not exists (select from demo.stage_change s where s.opportunity = o.id)',
    ),
  ).toBe(0)
})

test('the log tells the same moves as the stage history', async () => {
  const logged = await count(`from demo.log where object = 'opportunity' and changes ? 'stage'`)
  expect(logged).toBe(await count('from demo.stage_change'))
})

test('won and lost deals are closed with all that belongs to it, open ones are not', async () => {
  const wrong = await rows(`
    select o.name, s.kind from demo.opportunity o join demo.stage s on s.id = o.stage
    where (s.kind = 'open') = (o.closed_on is not null) or (s.kind = 'lost') <> (o.loss_reason is not null)
      or s.pipeline <> o.pipeline or o.probability <> s.probability`)
  expect(wrong).toEqual([])
  const kinds = await rows(
    `select s.kind, count(*)::int as n from demo.opportunity o join demo.stage s on s.id = o.stage group by 1`,
  )
  for (const { n } of kinds) expect(n).toBeGreaterThan(60)
})

test('nothing that has happened lies in the future, and the year is filled', async () => {
  for (const [table, moment] of [
    ['opportunity', 'created_at'],
    ['opportunity', 'updated_at'],
    ['stage_change', 'at'],
    ['interaction', 'at'],
    ['task', 'done_at'],
    ['log', 'at'],
  ]) {
    expect(await count(`from demo.${table} where ${moment} > now()`), `${table}.${moment}`).toBe(0)
    expect(
      await count(`from demo.${table} where ${moment} < now() - interval '367 days'`),
      `${table}.${moment}`,
    ).toBe(0)
  }
  const months = await rows(
    `select date_trunc('month', created_at) as month, count(*)::int as n from demo.opportunity group by 1`,
  )
  expect(months.length).toBeGreaterThanOrEqual(12)
})

test('what is planned lies ahead for most open deals, and some of it is overdue', async () => {
  expect(await count(`from demo.task where state = 'open' and due_at > now()`)).toBeGreaterThan(20)
  expect(await count(`from demo.task where state = 'open' and due_at < now()`)).toBeGreaterThan(5)
})

test('customers belong to people and teams that are there, and contacts work at the company of the deal', async () => {
  expect(await count('from demo.company where owner is null or team is null')).toBe(0)
  expect(await count('from demo.opportunity where team is null or company is null or person is null')).toBe(0)
  expect(
    await count('from demo.opportunity o join demo.person p on p.id = o.person where p.company <> o.company'),
  ).toBe(0)
  expect(await count('from demo.person where name is null')).toBe(0)
})

test('its people may sign in', async () => {
  expect(
    await count(
      'from rapport.account a join rapport.membership m on m.account = a.id where a.password_hash is not null',
    ),
  ).toBe(12)
})

test('its story agrees with what follows from it: nobody has to be made a customer afterwards', async () => {
  await app.reacting.settle(workspace)
  expect(
    await rows(
      `select object, changes from demo.log where source = 'system' and object in ('company', 'person')`,
    ),
  ).toEqual([])
  expect(await count('from demo.search_entry')).toBeGreaterThan(1400)
})

test('another start finds it as it was: the story is told once', async () => {
  await expect(seedDemo(app)).rejects.toMatchObject({ status: 422 })
  expect(await count('from demo.company')).toBe(200)
})

test('the boards of its two pipelines show open deals only', async () => {
  const views = await rows(`select name, definition from demo.view where layout = 'board' order by name`)
  expect(views.map((view) => view.name)).toEqual(['Machines board', 'Service contracts board'])
  const ctx = contextFor(app, workspace, systemActor(workspace), 'system')
  for (const { definition } of views) {
    const { columns } = JSON.parse(await boardOf(ctx, 'opportunity', definition))
    expect(columns.length).toBeGreaterThan(1)
  }
  expect(await count('from demo.pipeline')).toBe(2)
})
