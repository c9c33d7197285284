import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextFor } from '../actions/context-for.ts'
import { performAction } from '../actions/perform-action.ts'
import type { Actor } from '../context.ts'
import type { LiveEntry } from '../reactions/log-stream.ts'
import { runReport } from '../reports/run-report.ts'
import { boardOf } from '../records/board-of.ts'
import { searchEverything } from '../search/search-everything.ts'
import { aTestApp, type TestApp } from '../testing/test-app.ts'
import { customerTimeline, recordHistory } from './record-history.ts'

let t: TestApp
let ada: Actor
let open: string
let won: string

beforeAll(async () => {
  t = await aTestApp()
  ada = await t.person('Ada Boss')
  open = (
    await t.perform(t.system, 'stage', 'create', { values: { name: 'Open', kind: 'open', probability: 0.5 } })
  ).id
  won = (
    await t.perform(t.system, 'stage', 'create', { values: { name: 'Won', kind: 'won', probability: 1 } })
  ).id
})
afterAll(() => t.close())

const create = async (object: string, values: object) =>
  t.perform(ada, object, 'create', { values: values as never })
const call = (object: string, action: string, input: object) =>
  performAction(
    t.app,
    { workspace: t.workspace, actor: ada, source: 'screen' },
    object,
    action,
    input as never,
  )

test('the history says who changed what from what to what, with titles', async () => {
  const acme = await create('company', { name: 'Acme' })
  const deal = await create('deal', { name: 'A', stage: open, company: acme.id, amount: 10 })
  await t.perform(ada, 'deal', 'update', { id: deal.id, values: { stage: won, amount: 20 } })
  const { data } = await recordHistory(t.as(ada), 'deal', deal.id)
  expect(data.map((entry) => entry.verb)).toEqual(['updated', 'created'])
  expect(data[0]).toMatchObject({
    actor: { title: 'Ada Boss' },
    changes: {
      stage: [{ title: 'Open' }, { title: 'Won' }],
      amount: [{ amount: 10 }, { amount: 20 }],
      probability: [0.5, 1],
    },
  })
  const timeline = await customerTimeline(t.as(ada), 'company', acme.id)
  expect(timeline.data.map((entry) => entry.object)).toContain('deal')
})

test('an undo puts a change back, and its own undo repeats it', async () => {
  const acme = await create('company', { name: 'Before', employees: 1 })
  const { change } = await call('company', 'update', { id: acme.id, values: { name: 'After', employees: 2 } })
  const undo = await call('', 'undo', { change })
  expect(await t.as(ada).read('company', acme.id)).toMatchObject({ name: 'Before', employees: 1 })
  await call('', 'undo', { change: undo.change })
  expect(await t.as(ada).read('company', acme.id)).toMatchObject({ name: 'After', employees: 2 })
})

test('an undo is refused, whole, where somebody has changed the same field since', async () => {
  const acme = await create('company', { name: 'x1', employees: 1 })
  const { change } = await call('company', 'update', { id: acme.id, values: { name: 'x2', employees: 2 } })
  await call('company', 'update', { id: acme.id, values: { employees: 3 } })
  await expect(call('', 'undo', { change })).rejects.toMatchObject({ status: 409, code: 'changed_since' })
  expect(await t.as(ada).read('company', acme.id)).toMatchObject({ name: 'x2', employees: 3 })
})

test('a bulk edit is one change over all that fits and can be undone', async () => {
  for (let n = 0; n < 5; n++)
    await create('company', { name: `Bulk ${n}`, industry: n % 2 === 0 ? 'retail' : 'health' })
  const where = { name: { startsWith: 'Bulk' } }
  const { answer, change } = await call('company', 'bulk', { where, changes: { industry: 'retail' } })
  expect(answer).toEqual({ changed: 2 })
  await call('', 'undo', { change })
  const report = JSON.parse(
    await runReport(t.as(ada), { object: 'company', where, group: [{ field: 'industry' }] }),
  )
  expect(report.data.map((row: any) => [row.groups[0].key, row.measures[0]])).toEqual([
    ['health', 2],
    ['retail', 3],
  ])
})

test('a dry run answers as if, and leaves nothing', async () => {
  const { answer } = await performAction(
    t.app,
    { workspace: t.workspace, actor: ada, source: 'api', dryRun: true },
    'company',
    'create',
    { values: { name: 'Never' } },
  )
  expect(answer).toMatchObject({ name: 'Never' })
  expect(await t.as(ada).find('company', { name: 'Never' })).toEqual([])
})

test('an idempotency key does a thing once, also when both calls come at once', async () => {
  const once = () =>
    performAction(
      t.app,
      { workspace: t.workspace, actor: ada, source: 'api', idempotency: { key: 'k1', hash: 'h' } },
      'company',
      'create',
      { values: { name: 'Once' } },
    )
  const [one, two] = await Promise.all([once(), once()])
  expect(one.change).toBe(two.change)
  expect(await t.as(ada).find('company', { name: 'Once' })).toHaveLength(1)
  await expect(
    performAction(
      t.app,
      { workspace: t.workspace, actor: ada, source: 'api', idempotency: { key: 'k1', hash: 'other' } },
      'company',
      'create',
      { values: { name: 'Twice' } },
    ),
  ).rejects.toMatchObject({ code: 'key_reused' })
})

test('a batch is all or nothing', async () => {
  const rows = [{ create: { name: 'Batch one' } }, { create: { employees: 3 } }]
  await expect(call('company', 'batch', { rows })).rejects.toMatchObject({
    errors: [{ field: '1.name', code: 'required' }],
  })
  expect(await t.as(ada).find('company', { name: 'Batch one' })).toEqual([])
})

test('the search finds by beginnings of words as soon as the reaction has run, and forgets what is deleted', async () => {
  const record = await create('company', { name: 'Kan-code Öztürk' })
  await t.app.reacting.settle(t.workspace)
  for (const q of ['kan', 'CODE', 'kan-co', 'ozturk', 'özt kan']) {
    expect(await searchEverything(t.as(ada), q), q).toEqual([
      expect.objectContaining({ object: 'company', id: record.id, title: 'Kan-code Öztürk' }),
    ])
  }
  await t.perform(ada, 'company', 'delete', { id: record.id })
  await t.app.reacting.settle(t.workspace)
  expect(await searchEverything(t.as(ada), 'kan')).toEqual([])
})

test('a board has its columns with counts, sums and cards', async () => {
  const acme = await create('company', { name: 'Boarded' })
  for (const amount of [1, 2, 3])
    await create('deal', {
      name: `Card ${amount}`,
      stage: amount === 3 ? won : open,
      amount,
      company: acme.id,
    })
  const board = JSON.parse(
    await boardOf(t.as(ada), 'deal', {
      where: { company: acme.id },
      group: 'stage',
      sum: 'amount',
      fields: ['name', 'amount', 'company'],
      limit: 1,
    }),
  )
  const columns = board.columns
    .map(({ title, count, sum, records }: any) => [title, count, sum, records.length])
    .sort()
  expect(columns).toEqual([
    ['Open', 2, 3, 1],
    ['Won', 1, 3, 1],
  ])
})

test('a reader skips nothing that a slow transaction commits late, and handles nothing twice', async () => {
  const handled: string[] = []
  const slow = await t.app.db.startTransaction().execute()
  const ctx = contextFor(t.app, t.workspace, ada, 'api', { db: slow })
  await ctx.create('company', { name: 'Slow one' })
  const fast = await create('company', { name: 'Fast one' })
  const stop = await t.app.stream.subscribe(t.workspace.schema, (entries: readonly LiveEntry[]) =>
    handled.push(...entries.map((entry) => entry.record)),
  )
  await t.app.reacting.settle(t.workspace).catch(() => undefined)
  const during = await searchEverything(t.as(ada), 'fast one')
  await slow.commit().execute()
  await t.app.reacting.settle(t.workspace)
  expect((await searchEverything(t.as(ada), 'slow one')).map((hit) => hit.title)).toEqual(['Slow one'])
  expect((await searchEverything(t.as(ada), 'fast one')).map((hit) => hit.id)).toEqual([fast.id])
  expect(during).toEqual([])
  stop()
})

test('each entry reaches a reaction exactly once under many writers at once', async () => {
  const before = await sql<{
    n: number
  }>`select count(*)::int as n from ${sql.id(t.workspace.schema)}.log`.execute(t.app.db)
  const seen: string[] = []
  const stop = await t.app.stream.subscribe(t.workspace.schema, (entries) =>
    seen.push(...entries.map((entry) => entry.position)),
  )
  await Promise.all(Array.from({ length: 40 }, (_, n) => create('company', { name: `Writer ${n}` })))
  const after = await sql<{
    n: number
  }>`select count(*)::int as n from ${sql.id(t.workspace.schema)}.log`.execute(t.app.db)
  const expected = after.rows[0]!.n - before.rows[0]!.n
  for (let tries = 0; tries < 100 && seen.length < expected; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(new Set(seen).size).toBe(expected)
  expect(seen.length).toBe(expected)
  stop()
})

test('a reader keeps the order of positions when they grow by a digit within one transaction', async () => {
  const rows = Array.from({ length: 1500 }, (_, n) => ({ create: { name: `Order ${n} Example` } }))
  for (const part of [rows.slice(0, 1000), rows.slice(1000)]) await call('company', 'batch', { rows: part })
  await t.app.reacting.settle(t.workspace)
  const { rows: found } = await sql<{
    n: number
  }>`select count(*)::int as n from ${sql.id(t.workspace.schema)}.search_entry
    where title like 'Order % Example'`.execute(t.app.db)
  expect(found[0]!.n).toBe(1500)
})
