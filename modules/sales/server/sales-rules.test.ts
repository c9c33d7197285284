import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '#modules/catalog/objects/module.ts'
import { collaboration } from '#modules/collaboration/objects/module.ts'
import { customers } from '#modules/customers/objects/module.ts'
import { organizationServer } from '#platform/organization/server/module.ts'
import type { Actor } from '#platform/server/context.ts'
import { aTestApp, type TestApp } from '#platform/server/testing/test-app.ts'
import { beginSales } from './begin.ts'
import { salesServer } from './module.ts'

const modules = [
  organizationServer,
  salesServer,
  { module: catalog },
  { module: collaboration },
  { module: customers },
]

let t: TestApp
let ada: Actor
let pipeline: string
const stages: Record<string, string> = {}
const reasons: Record<string, string> = {}

beforeAll(async () => {
  t = await aTestApp(modules)
  const ctx = t.as(t.system)
  await beginSales(ctx)
  ada = await t.person('Ada Boss')
  for (const { id, name } of await ctx.find('stage', {})) stages[name] = id
  for (const { id, name } of await ctx.find('loss_reason', {})) reasons[name] = id
  pipeline = (await ctx.find('pipeline', {}))[0]!.id
})
afterAll(() => t.close())

const act = async (action: string, id: string, values: object = {}) =>
  t.perform(ada, 'opportunity', action, { id, values: values as never })
const change = async (id: string, values: object) => act('update', id, values)
const anOpportunity = async (values: object = {}) =>
  t.perform(ada, 'opportunity', 'create', {
    values: { name: `Deal ${Math.random()}`, ...values } as never,
    duplicates: 'allow',
  })
const movesOf = async (id: string) => t.as(ada).find('stage_change', { opportunity: id }, { sort: 'at' })

test('a new opportunity without a stage begins in the first stage of the first pipeline', async () => {
  const deal = await anOpportunity()
  expect(deal).toMatchObject({
    stage: { title: 'Qualification' },
    pipeline: { id: pipeline },
    probability: 0.1,
    forecast_category: 'pipeline',
    closed_on: null,
  })
  expect(await movesOf(deal.id)).toMatchObject([
    { from_stage: null, to_stage: { title: 'Qualification' }, lasted: null },
  ])
})

test('entering a stage sets probability and forecast category, unless they are given with it', async () => {
  const deal = await anOpportunity({ amount: { amount: 1000 }, close_on: '2030-01-31' })
  expect(await change(deal.id, { stage: stages['Negotiation'] })).toMatchObject({
    probability: 0.8,
    forecast_category: 'commit',
    weighted_amount: { amount: 800 },
  })
  expect(await change(deal.id, { stage: stages['Needs analysis'], probability: 0.5 })).toMatchObject({
    probability: 0.5,
    forecast_category: 'pipeline',
  })
  expect(await change(deal.id, { probability: 0.9 })).toMatchObject({
    probability: 0.9,
    stage: { title: 'Needs analysis' },
  })
})

test('a stage is entered only when its gate fields are filled, and the refusal names them', async () => {
  const deal = await anOpportunity()
  await expect(change(deal.id, { stage: stages['Proposal'] })).rejects.toMatchObject({
    status: 422,
    errors: [
      { field: 'amount', code: 'gate', message: '“Proposal” needs the amount.' },
      { field: 'close_on', code: 'gate', message: '“Proposal” needs the expected close.' },
    ],
  })
  expect((await movesOf(deal.id)).length).toBe(1)
  const moved = await change(deal.id, {
    stage: stages['Proposal'],
    amount: { amount: 500 },
    close_on: '2030-01-31',
  })
  expect(moved).toMatchObject({ stage: { title: 'Proposal' } })
  expect(await change(deal.id, { close_on: null }), 'gates are asked on entering only').toMatchObject({
    close_on: null,
  })
})

test('a lost deal needs a reason, is dated, and gives its reason up when it is opened again', async () => {
  const deal = await anOpportunity()
  await expect(change(deal.id, { stage: stages['Lost'] })).rejects.toMatchObject({
    errors: [{ field: 'loss_reason', code: 'loss_reason_missing' }],
  })
  const lost = await change(deal.id, {
    stage: stages['Lost'],
    loss_reason: reasons['Price'],
    loss_note: 'A tenth cheaper elsewhere.',
  })
  expect(lost).toMatchObject({
    probability: 0,
    forecast_category: 'omitted',
    loss_reason: { title: 'Price' },
  })
  expect(lost.closed_on).toMatch(/^\d{4}-\d\d-\d\d$/)
  await expect(change(deal.id, { loss_reason: null })).rejects.toMatchObject({
    errors: [{ field: 'loss_reason' }],
  })
  expect(await change(deal.id, { stage: stages['Qualification'] })).toMatchObject({
    closed_on: null,
    loss_reason: null,
    loss_note: null,
    probability: 0.1,
  })
})

test('an import may bring in lost deals whose reason nobody knows any more', async () => {
  const values = { name: 'Old one', stage: stages['Lost']!, closed_on: '2017-03-07' }
  const deal = await t.perform(ada, 'opportunity', 'create', { values }, { source: 'import' })
  expect(deal).toMatchObject({ stage: { title: 'Lost' }, closed_on: '2017-03-07', loss_reason: null })
  expect(await change(deal.id, { name: 'Old one, renamed' })).toMatchObject({ name: 'Old one, renamed' })
})

test('winning keeps the day that is given, and an open deal has no closing day', async () => {
  const won = await anOpportunity({ stage: stages['Won'], closed_on: '2024-05-06' })
  expect(won).toMatchObject({ closed_on: '2024-05-06', probability: 1, forecast_category: 'closed' })
  await expect(anOpportunity({ closed_on: '2024-05-06' })).rejects.toMatchObject({
    errors: [{ field: 'closed_on', code: 'not_closed' }],
  })
})

test('a stage belongs to the pipeline, and moving to another pipeline begins at its first stage', async () => {
  const other = await t.perform(ada, 'pipeline', 'create', { values: { name: 'Service', order: 2 } })
  const due = await t.perform(ada, 'stage', 'create', {
    values: { name: 'Due', pipeline: other.id, order: 1, probability: 0.5 },
  })
  const deal = await anOpportunity()
  await expect(change(deal.id, { stage: due.id })).rejects.toMatchObject({
    errors: [{ field: 'stage', message: expect.stringContaining('“Due” is a stage of “Service”') }],
  })
  expect(await change(deal.id, { pipeline: other.id })).toMatchObject({
    stage: { title: 'Due' },
    pipeline: { title: 'Service' },
  })
  expect(await anOpportunity({ stage: due.id })).toMatchObject({ pipeline: { title: 'Service' } })
  await expect(change(deal.id, { stage: null })).rejects.toMatchObject({ errors: [{ field: 'stage' }] })
})

test('every move is kept with how long the deal was where it had been', async () => {
  const deal = await anOpportunity({ amount: { amount: 700 } })
  await change(deal.id, { stage: stages['Needs analysis'] })
  await change(deal.id, { next_step: 'Call' })
  await act('lose', deal.id, { loss_reason: reasons['Timing'] })
  const moves = await movesOf(deal.id)
  expect(moves.map((move) => [move['from_stage']?.title ?? null, move['to_stage'].title])).toEqual([
    [null, 'Qualification'],
    ['Qualification', 'Needs analysis'],
    ['Needs analysis', 'Lost'],
  ])
  expect(moves[2]!['lasted']).toBeGreaterThanOrEqual(0)
  expect(moves[2]!['amount']).toMatchObject({ amount: 700 })
  await expect(
    t.perform(ada, 'stage_change', 'create', {
      values: { opportunity: deal.id, at: '2020-01-01T00:00:00Z' },
    }),
  ).rejects.toMatchObject({ status: 422 })
})

test('win, lose and reopen are actions; reopening goes back to where the deal was', async () => {
  const deal = await anOpportunity()
  await change(deal.id, { stage: stages['Needs analysis'] })
  expect(await act('win', deal.id, { amount: { amount: 4200 }, closed_on: '2025-02-03' })).toMatchObject({
    stage: { title: 'Won' },
    closed_on: '2025-02-03',
    amount: { amount: 4200 },
  })
  await expect(act('win', deal.id)).rejects.toMatchObject({ status: 422, code: 'not_available' })
  expect(await act('reopen', deal.id)).toMatchObject({ stage: { title: 'Needs analysis' }, closed_on: null })
  await expect(act('lose', deal.id)).rejects.toMatchObject({
    errors: [{ field: 'loss_reason', code: 'required' }],
  })
  expect(await act('lose', deal.id, { loss_reason: reasons['No need'] })).toMatchObject({
    stage: { title: 'Lost' },
    loss_reason: { title: 'No need' },
  })
})

test('a stage asks only for fields that can be filled, and won is certain', async () => {
  const stage = async (values: object) =>
    t.perform(ada, 'stage', 'create', {
      values: { name: `S ${Math.random()}`, pipeline, ...values } as never,
    })
  await expect(stage({ gate_fields: ['amount', 'colour'] })).rejects.toMatchObject({
    errors: [{ field: 'gate_fields', message: 'An opportunity has no field “colour”.' }],
  })
  await expect(stage({ gate_fields: ['weighted_amount'] })).rejects.toMatchObject({
    errors: [{ field: 'gate_fields' }],
  })
  expect(await stage({ kind: 'won', probability: 0.4, order: 90 })).toMatchObject({ probability: 1 })
})

test('a deal belongs to the team of its owner and to the company of its contact', async () => {
  const team = await t.perform(ada, 'team', 'create', { values: { name: 'North' } })
  const bob = await t.person('Bob Rep', undefined, { team: team.id })
  const acme = await t.perform(ada, 'company', 'create', { values: { name: 'Acme' } })
  const eve = await t.perform(ada, 'person', 'create', { values: { family_name: 'Eve', company: acme.id } })
  const deal = await anOpportunity({ person: eve.id, owner: bob.id! })
  expect(deal).toMatchObject({ team: { title: 'North' }, company: { title: 'Acme' }, customer: acme.id })
  expect(await change(deal.id, { owner: ada.id! })).toMatchObject({ team: null })
})
