import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '#modules/catalog/objects/module.ts'
import { collaboration } from '#modules/collaboration/objects/module.ts'
import { sales } from '#modules/sales/objects/module.ts'
import { organizationServer } from '#platform/organization/server/module.ts'
import { aTestApp, type TestApp } from '#platform/server/testing/test-app.ts'
import { customersServer } from './module.ts'

let t: TestApp
const stages: Record<string, string> = {}

beforeAll(async () => {
  const others = [catalog, collaboration, sales].map((module) => ({ module }))
  t = await aTestApp([organizationServer, customersServer, ...others], { work: false })
  const pipeline = await create('pipeline', { name: 'Sales' })
  for (const kind of ['open', 'won'])
    stages[kind] = (await create('stage', { name: kind, kind, pipeline: pipeline.id })).id
})
afterAll(() => t.close())

const create = async (object: string, values: object) =>
  t.perform(t.system, object, 'create', { values: values as never, duplicates: 'allow' })
const win = async (customer: object) =>
  create('opportunity', { name: 'Deal', stage: stages['won'], ...customer })
const settled = async (object: string, id: string) => {
  await t.app.reacting.settle(t.workspace)
  return t.as(t.system).read(object, id)
}

test('the first deal won makes a company a customer, the second keeps it', async () => {
  const acme = await create('company', { name: 'Acme' })
  const deal = await create('opportunity', { name: 'Deal', stage: stages['open'], company: acme.id })
  expect(await settled('company', acme.id)).toMatchObject({
    is_customer: false,
    life_cycle_phase: 'prospect',
  })
  await t.perform(t.system, 'opportunity', 'update', { id: deal.id, values: { stage: stages['won']! } })
  expect(await settled('company', acme.id)).toMatchObject({ is_customer: true, life_cycle_phase: 'acquired' })
  await win({ company: acme.id })
  expect(await settled('company', acme.id)).toMatchObject({ life_cycle_phase: 'retained' })
})

test('a former customer that buys again is one again, and one that was extended stays so', async () => {
  const back = await create('company', { name: 'Back again', life_cycle_phase: 'former' })
  const wide = await create('company', { name: 'Wide', life_cycle_phase: 'extended', is_customer: true })
  await win({ company: back.id })
  await win({ company: wide.id })
  expect(await settled('company', back.id)).toMatchObject({ is_customer: true, life_cycle_phase: 'retained' })
  expect(await settled('company', wide.id)).toMatchObject({ life_cycle_phase: 'extended', version: 1 })
})

test('a person who buys for themselves is acquired; a contact of a company is not', async () => {
  const eve = await create('person', { family_name: 'Eve' })
  const acme = await create('company', { name: 'Acme 2' })
  const max = await create('person', { family_name: 'Max', company: acme.id })
  await win({ person: eve.id })
  await win({ person: max.id, company: acme.id })
  expect(await settled('person', eve.id)).toMatchObject({ life_cycle_phase: 'acquired' })
  expect(await settled('person', max.id)).toMatchObject({ life_cycle_phase: 'prospect' })
})
