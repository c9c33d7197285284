import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '#modules/catalog/objects/module.ts'
import { collaboration } from '#modules/collaboration/objects/module.ts'
import { sales } from '#modules/sales/objects/module.ts'
import { organizationServer } from '#platform/organization/server/module.ts'
import type { Actor } from '#platform/server/context.ts'
import { aTestApp, type TestApp } from '#platform/server/testing/test-app.ts'
import { beginCustomers } from './begin.ts'
import { customersServer } from './module.ts'

const modules = [
  organizationServer,
  customersServer,
  { module: catalog },
  { module: collaboration },
  { module: sales },
]

let t: TestApp
let ada: Actor

beforeAll(async () => {
  t = await aTestApp(modules)
  await beginCustomers(t.as(t.system))
  ada = await t.person('Ada Boss')
})
afterAll(() => t.close())

const create = async (object: string, values: object) =>
  t.perform(ada, object, 'create', { values: values as never, duplicates: 'allow' })
const change = async (object: string, id: string, values: object) =>
  t.perform(ada, object, 'update', { id, values: values as never })
const read = async (object: string, id: string) => t.as(ada).read(object, id)
const positionsOf = async (person: string) => t.as(ada).find('position', { person }, { sort: 'created_at' })

test('a person is known by a family name, a mail address or a phone number', async () => {
  await expect(create('person', { given_name: 'Ada' })).rejects.toMatchObject({
    status: 422,
    errors: [{ field: 'family_name' }],
  })
  expect(await create('person', { given_name: 'Ada', family_name: 'Lovelace' })).toMatchObject({
    name: 'Ada Lovelace',
  })
  expect(await create('person', { family_name: 'Lovelace' })).toMatchObject({ name: 'Lovelace' })
  expect(await create('person', { emails: 'ada@example.com' })).toMatchObject({ name: 'ada@example.com' })
  const byPhone = await create('person', { phones: '+49 30 23125123' })
  expect(byPhone).toMatchObject({ name: '+493023125123' })
  await expect(change('person', byPhone.id, { phones: null })).rejects.toMatchObject({
    errors: [{ field: 'family_name' }],
  })
})

test('a domain is kept bare, however it is pasted, and no two companies have the same', async () => {
  expect(
    await create('company', { name: 'Acme', domain: 'https://www.Acme-Works.example/shop?x=1' }),
  ).toMatchObject({ domain: 'acme-works.example' })
  expect(await create('company', { name: 'Bert', domain: 'info@bert.example' })).toMatchObject({
    domain: 'bert.example',
  })
  await expect(create('company', { name: 'Acme 2', domain: 'ACME-works.example' })).rejects.toMatchObject({
    status: 409,
  })
  await expect(create('company', { name: 'Nonsense', domain: 'no domain' })).rejects.toMatchObject({
    errors: [{ field: 'domain' }],
  })
})

test('companies form a tree', async () => {
  const top = await create('company', { name: 'Top' })
  const middle = await create('company', { name: 'Middle', parent: top.id })
  const bottom = await create('company', { name: 'Bottom', parent: middle.id })
  await expect(change('company', top.id, { parent: bottom.id })).rejects.toMatchObject({
    errors: [{ field: 'parent', code: 'cycle' }],
  })
  await expect(change('company', top.id, { parent: top.id })).rejects.toMatchObject({
    errors: [{ field: 'parent' }],
  })
  const subsidiaries = await t.as(ada).find('company', { parent: top.id }, { fields: ['name'] })
  expect(subsidiaries.map((one) => one['name'])).toEqual(['Middle'])
})

test('whoever changes companies leaves a former position behind', async () => {
  const [old, fresh] = [
    await create('company', { name: 'Old employer' }),
    await create('company', { name: 'New employer' }),
  ]
  const eve = await create('person', {
    family_name: 'Eve',
    company: old.id,
    job_title: 'Buyer',
    department: 'Purchasing',
  })
  expect(await change('person', eve.id, { company: fresh.id })).toMatchObject({
    company: { title: 'New employer' },
    job_title: null,
    department: null,
  })
  expect(await positionsOf(eve.id)).toMatchObject([
    { company: { title: 'Old employer' }, job_title: 'Buyer', primary: false, until: expect.any(String) },
  ])
})

test('the primary position and the person say the same, whichever is changed', async () => {
  const [one, two] = [await create('company', { name: 'One' }), await create('company', { name: 'Two' })]
  const max = await create('person', { family_name: 'Max' })
  const first = await create('position', {
    person: max.id,
    company: one.id,
    job_title: 'Cook',
    primary: true,
  })
  expect(await read('person', max.id)).toMatchObject({ company: { title: 'One' }, job_title: 'Cook' })
  await change('person', max.id, { job_title: 'Chef' })
  expect(await read('position', first.id)).toMatchObject({ job_title: 'Chef', primary: true })
  await change('position', first.id, { department: 'Kitchen' })
  expect(await read('person', max.id)).toMatchObject({ department: 'Kitchen', job_title: 'Chef' })
  await create('position', { person: max.id, company: two.id, job_title: 'Head chef', primary: true })
  expect(await read('person', max.id)).toMatchObject({
    company: { title: 'Two' },
    job_title: 'Head chef',
    department: null,
  })
  expect(await positionsOf(max.id)).toMatchObject([
    { primary: false, until: expect.any(String) },
    { primary: true },
  ])
})

test('a position ends after it begins', async () => {
  const [company, person] = [
    await create('company', { name: 'Where' }),
    await create('person', { family_name: 'Who' }),
  ]
  const values = { person: person.id, company: company.id, since: '2024-03-01', until: '2024-02-01' }
  await expect(create('position', values)).rejects.toMatchObject({ errors: [{ field: 'until' }] })
})

test('a relationship has one customer on each side, and not the same one', async () => {
  const [a, b] = [await create('company', { name: 'A' }), await create('company', { name: 'B' })]
  const kind = (await t.as(ada).find('relationship_kind', { name: 'supplies' }))[0]!
  expect(kind).toMatchObject({ inverse_name: 'buys from' })
  const tie = { company: a.id, other_company: b.id, relationship_kind: kind.id }
  expect(await create('relationship', tie)).toMatchObject({ name: 'A supplies B' })
  await expect(create('relationship', { ...tie, other_company: a.id })).rejects.toMatchObject({
    errors: [{ code: 'relationship' }],
  })
  await expect(create('relationship', { company: a.id, relationship_kind: kind.id })).rejects.toMatchObject({
    errors: [{ field: 'other_company' }],
  })
})

test('a consent says whose it is, when and how, and stays as it was written', async () => {
  const person = await create('person', { family_name: 'Reader' })
  const values = { channel: 'email', purpose: 'newsletter', source: 'website' }
  await expect(create('consent', values)).rejects.toMatchObject({ errors: [{ field: 'person' }] })
  const given = await create('consent', { ...values, person: person.id })
  expect(given).toMatchObject({ state: 'given', given_at: expect.any(String), withdrawn_at: null })
  await expect(
    create('consent', { ...values, person: person.id, given_at: '2099-01-01T00:00:00Z' }),
  ).rejects.toMatchObject({ errors: [{ field: 'given_at' }] })
  expect(await create('consent', { ...values, person: person.id, state: 'withdrawn' })).toMatchObject({
    given_at: null,
    withdrawn_at: expect.any(String),
  })
  await expect(change('consent', given.id, { state: 'withdrawn' })).rejects.toMatchObject({
    status: 422,
    code: 'append_only',
  })
})

test('a note on a person stands with the company too, and one on a deal with its customer', async () => {
  const company = await create('company', { name: 'Noted' })
  const person = await create('person', { family_name: 'Noted', company: company.id })
  expect(await create('note', { subject: 'Called', person: person.id })).toMatchObject({
    company: { id: company.id },
    customer: company.id,
  })
})

test('words used as tags become known, and renaming one renames it everywhere', async () => {
  const one = await create('company', { name: 'Tagged one', tags: ['Leasing', 'chain'] })
  const two = await create('person', { family_name: 'Tagged', tags: ['leasing'] })
  const known = await t.as(ada).find('tag', {}, { sort: 'name' })
  expect(known.map((tag) => tag['name'])).toEqual(['chain', 'Leasing'])
  const leasing = known.find((tag) => tag['name'] === 'Leasing')!
  await change('tag', leasing.id, { name: 'Rental' })
  expect((await read('company', one.id))['tags']).toEqual(['Rental', 'chain'])
  expect((await read('person', two.id))['tags'], 'known in other letters').toEqual(['Rental'])
})
