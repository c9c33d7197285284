import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../context.ts'
import { aTestApp, type TestApp } from '../testing/test-app.ts'
import { listRecords } from './list-records.ts'

let t: TestApp
let ada: Actor
const stages: Record<string, string> = {}

beforeAll(async () => {
  t = await aTestApp()
  ada = await t.person('Ada Boss')
  for (const [name, kind, probability] of [
    ['Open', 'open', 0.4],
    ['Won', 'won', 1],
    ['Lost', 'lost', 0],
  ] as const) {
    stages[name] = (await t.perform(t.system, 'stage', 'create', { values: { name, kind, probability } })).id
  }
})
afterAll(() => t.close())

const create = async (object: string, values: object) =>
  t.perform(ada, object, 'create', { values: values as never })
const list = async (object: string, query: object) => JSON.parse(await listRecords(t.as(ada), object, query))

test('a created record comes back with defaults, rules and links applied', async () => {
  const acme = await create('company', { name: 'Acme', industry: 'software' })
  const deal = await create('deal', {
    name: 'Big one',
    stage: stages['Open']!,
    amount: 1000,
    company: acme.id,
  })
  expect(deal).toMatchObject({
    name: 'Big one',
    company: { id: acme.id, title: 'Acme' },
    customer: acme.id,
    owner: { id: ada.id, title: 'Ada Boss' },
    amount: { amount: 1000, currency: 'EUR' },
    probability: 0.4,
    weighted: { amount: 400, currency: 'EUR' },
    version: 1,
  })
  const moves = await list('stage_move', { where: { deal: deal.id } })
  expect(moves.data).toHaveLength(1)
})

test('what does not fit is refused with a message per field, and nothing is written', async () => {
  const before = (await list('deal', {})).page.count
  await expect(
    create('deal', { amount: 'much', colour: 'red', close_on: '2026-02-30' }),
  ).rejects.toMatchObject({
    status: 422,
    errors: expect.arrayContaining([
      expect.objectContaining({ field: 'amount' }),
      expect.objectContaining({ field: 'colour', code: 'unknown_field' }),
      expect.objectContaining({ field: 'close_on' }),
    ]),
  })
  await expect(create('deal', { name: 'x', stage: stages['Open']!, amount: -1 })).rejects.toMatchObject({
    errors: [{ code: 'negative' }],
  })
  await expect(create('deal', { name: 'x', stage: stages['Open']!, code: 'X-1' })).rejects.toMatchObject({
    errors: [{ message: 'A code begins with D-.' }],
  })
  await expect(create('deal', { name: 'x', stage: ada.id! })).rejects.toMatchObject({
    errors: [{ field: 'stage', code: 'not_found' }],
  })
  expect((await list('deal', {})).page.count).toBe(before)
})

test('a field is required only while it shows', async () => {
  await expect(create('deal', { name: 'Gone', stage: stages['Lost']! })).rejects.toMatchObject({
    errors: [{ field: 'reason', code: 'required' }],
  })
  const deal = await create('deal', { name: 'Gone', stage: stages['Lost']!, reason: 'Price' })
  expect(deal.reason).toBe('Price')
})

test('an update writes only what is named, and nothing when nothing differs', async () => {
  const acme = await create('company', { name: 'Partial', employees: 7 })
  const changed = await t.perform(ada, 'company', 'update', { id: acme.id, values: { name: 'Partial Ltd' } })
  expect(changed).toMatchObject({ name: 'Partial Ltd', employees: 7, version: 2 })
  const same = await t.perform(ada, 'company', 'update', {
    id: acme.id,
    values: { name: 'Partial Ltd', employees: 7 },
  })
  expect(same.version).toBe(2)
})

test('a stale version is refused', async () => {
  const acme = await create('company', { name: 'Stale' })
  await t.perform(ada, 'company', 'update', { id: acme.id, values: { employees: 1 }, version: 1 })
  await expect(
    t.perform(ada, 'company', 'update', { id: acme.id, values: { employees: 2 }, version: 1 }),
  ).rejects.toMatchObject({ status: 412, code: 'stale' })
})

test('two people who change different fields at once do not overwrite each other', async () => {
  const acme = await create('company', { name: 'Both' })
  await Promise.all([
    t.perform(ada, 'company', 'update', { id: acme.id, values: { employees: 5 } }),
    t.perform(ada, 'company', 'update', { id: acme.id, values: { industry: 'health' } }),
  ])
  expect(await t.as(ada).read('company', acme.id)).toMatchObject({
    employees: 5,
    industry: 'health',
    version: 3,
  })
})

test('a taken unique value is said beside its field, and free again once its record is in the bin', async () => {
  const first = await create('company', { name: 'One', domain: 'one.example' })
  await expect(
    t.perform(ada, 'company', 'create', {
      values: { name: 'Two', domain: 'one.example' },
      duplicates: 'allow',
    }),
  ).rejects.toMatchObject({
    status: 409,
    errors: [{ field: 'domain', code: 'taken' }],
  })
  await t.perform(ada, 'company', 'delete', { id: first.id })
  await create('company', { name: 'Two', domain: 'one.example' })
  await expect(t.perform(ada, 'company', 'restore', { id: first.id })).rejects.toMatchObject({
    status: 409,
    code: 'taken',
  })
})

test('pages by cursor show every record once, whatever is sorted by and however many are empty', async () => {
  const marker = 'Paged'
  for (let n = 0; n < 23; n++)
    await create('company', { name: `${marker} ${n % 5}`, ...(n % 3 === 0 ? {} : { employees: n % 4 }) })
  for (const sort of [
    'employees',
    '-employees',
    '-employees,name',
    'name,-employees',
    'industry',
    'owner',
    '-created_at',
  ]) {
    const seen: string[] = []
    let values: (number | null)[] = []
    for (let cursor: string | undefined; ;) {
      const { data, page } = await list('company', {
        where: { name: { startsWith: marker } },
        sort,
        limit: 4,
        cursor,
      })
      seen.push(...data.map((row: { id: string }) => row.id))
      values.push(...data.map((row: { employees: number | null }) => row.employees))
      if (page.next === null) break
      cursor = page.next
    }
    expect(new Set(seen).size, sort).toBe(23)
    expect(seen.length, sort).toBe(23)
    if (sort === '-employees') values = values.filter((value) => value !== null)
    if (sort === '-employees') expect(values).toEqual([...values].sort((a, b) => b! - a!))
  }
})

test('an unknown field, sort or cursor is a clear 400', async () => {
  await expect(list('company', { fields: ['nmae'] })).rejects.toMatchObject({ status: 400 })
  await expect(list('company', { sort: 'nope' })).rejects.toMatchObject({ status: 400 })
  await expect(list('company', { cursor: 'xx' })).rejects.toMatchObject({ status: 400 })
  await expect(list('company', { limit: 0 })).rejects.toMatchObject({ status: 400 })
})

test('a merge moves what pointed to the others, keeps old links alive, and can be undone', async () => {
  const keep = await create('company', { name: 'Keep' })
  const other = await create('company', { name: 'Other', domain: 'other.example' })
  const deal = await create('deal', { name: 'Moves along', stage: stages['Open']!, company: other.id })
  const someone = await create('person', { name: 'Sam', company: other.id })
  const { change } = await mergeOf(keep.id, [other.id])
  expect(await t.as(ada).read('deal', deal.id)).toMatchObject({ company: { id: keep.id }, customer: keep.id })
  expect(await t.as(ada).read('person', someone.id)).toMatchObject({ company: { id: keep.id } })
  expect(await t.as(ada).read('company', other.id)).toMatchObject({ id: keep.id, domain: 'other.example' })
  await t.perform(ada, '', 'undo', { change })
  expect(await t.as(ada).read('deal', deal.id)).toMatchObject({ company: { id: other.id } })
  expect(await t.as(ada).read('company', other.id)).toMatchObject({
    id: other.id,
    name: 'Other',
    domain: 'other.example',
  })
  expect(await t.as(ada).read('company', keep.id)).toMatchObject({ domain: null })
})

async function mergeOf(keep: string, others: string[]): Promise<{ change: string }> {
  const { performAction } = await import('../actions/perform-action.ts')
  const { change } = await performAction(
    t.app,
    { workspace: t.workspace, actor: ada, source: 'screen' },
    'company',
    'merge',
    {
      keep,
      others,
      values: { domain: 'other.example' },
    },
  )
  return { change }
}

test('a rollup and a filter over children count only what fits', async () => {
  const acme = await create('company', { name: 'Rolls' })
  await create('deal', { name: 'a', stage: stages['Won']!, amount: 100, company: acme.id })
  await create('deal', {
    name: 'b',
    stage: stages['Won']!,
    amount: { amount: 50.5, currency: 'EUR' },
    company: acme.id,
  })
  await create('deal', { name: 'c', stage: stages['Open']!, amount: 999, company: acme.id })
  expect(await t.as(ada).read('company', acme.id)).toMatchObject({
    won_value: { amount: 150.5, currency: 'EUR' },
  })
  const { data } = await list('company', {
    where: { deals: { some: { name: 'c' } } },
    fields: ['name', 'deals.count'],
  })
  expect(data).toEqual([expect.objectContaining({ name: 'Rolls', deals: { count: 3 } })])
})

test('many-to-many links keep their order and follow an update', async () => {
  const [one, two] = [await create('person', { name: 'One' }), await create('person', { name: 'Two' })]
  const deal = await create('deal', { name: 'Linked', stage: stages['Open']!, contacts: [two.id, one.id] })
  expect(deal.contacts.map((link: { title: string }) => link.title)).toEqual(['Two', 'One'])
  const after = await t.perform(ada, 'deal', 'update', { id: deal.id, values: { contacts: [one.id] } })
  expect(after.contacts).toEqual([{ id: one.id, title: 'One' }])
})

test('a certain duplicate is refused with its candidate, and allowed when meant', async () => {
  const first = await create('person', { name: 'Grace', emails: ['grace@example.com'] })
  await expect(create('person', { name: 'G. Hopper', emails: ['GRACE@example.com'] })).rejects.toMatchObject({
    status: 409,
    code: 'duplicate',
    more: { candidates: [{ record: { id: first.id } }] },
  })
  await t.perform(ada, 'person', 'create', {
    values: { name: 'G. Hopper', emails: ['grace@example.com'] },
    duplicates: 'allow',
  })
})
