import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '#modules/catalog/objects/module.ts'
import { customers } from '#modules/customers/objects/module.ts'
import { sales } from '#modules/sales/objects/module.ts'
import { organizationServer } from '#platform/organization/server/module.ts'
import type { Actor } from '#platform/server/context.ts'
import { aTestApp, type TestApp } from '#platform/server/testing/test-app.ts'
import { nextDue } from './next-due.ts'
import { collaborationServer } from './module.ts'

const modules = [
  organizationServer,
  collaborationServer,
  { module: catalog },
  { module: customers },
  { module: sales },
]

let t: TestApp
let ada: Actor

beforeAll(async () => {
  t = await aTestApp(modules)
  ada = await t.person('Ada Boss')
})
afterAll(() => t.close())

const aTask = async (values: object = {}) =>
  t.perform(ada, 'task', 'create', { values: { subject: 'Call Eve', ...values } as never })

test('a task is done with what came of it, and can be opened again', async () => {
  const task = await aTask()
  expect(task).toMatchObject({ state: 'open', owner: { id: ada.id }, done_at: null })
  const done = await t.perform(ada, 'task', 'complete', { id: task.id, values: { outcome: 'Reached' } })
  expect(done).toMatchObject({ state: 'done', outcome: 'Reached', done_at: expect.any(String) })
  await expect(t.perform(ada, 'task', 'complete', { id: task.id })).rejects.toMatchObject({
    code: 'not_available',
  })
  expect(await t.perform(ada, 'task', 'reopen', { id: task.id })).toMatchObject({
    state: 'open',
    done_at: null,
  })
})

test('completing a repeating task makes the next one', async () => {
  const company = await t.perform(ada, 'company', 'create', { values: { name: 'Acme' } })
  const task = await aTask({
    subject: 'Quarterly visit',
    repeat: 'quarterly',
    due_at: '2020-01-31T09:00:00Z',
    company: company.id,
    priority: 'high',
  })
  await t.perform(ada, 'task', 'complete', { id: task.id })
  const [next] = await t.as(ada).find('task', { subject: 'Quarterly visit', state: 'open' })
  expect(next).toMatchObject({ repeat: 'quarterly', priority: 'high', company: { id: company.id } })
  expect(Date.parse(next!['due_at'])).toBeGreaterThan(Date.now())
})

test.each([
  ['daily', '2026-03-28T08:00:00Z', '2026-03-28T09:00:00Z', '2026-03-29T07:00:00Z'],
  ['weekly', '2026-03-02T08:00:00Z', '2026-03-20T09:00:00Z', '2026-03-23T08:00:00Z'],
  ['monthly', '2026-01-31T08:00:00Z', '2026-02-10T09:00:00Z', '2026-02-28T08:00:00Z'],
  ['monthly', '2026-01-31T08:00:00Z', '2026-03-01T09:00:00Z', '2026-03-31T07:00:00Z'],
  ['yearly', '2024-02-29T08:00:00Z', '2026-11-01T09:00:00Z', '2027-02-28T08:00:00Z'],
])(
  '%s from %s, done on %s, is due again on %s, at the same time of day in Berlin',
  (repeat, due, now, next) => {
    expect(nextDue(due, repeat, new Date(now), 'Europe/Berlin')).toBe(next)
  },
)

test('an interaction has happened and stays as it was written', async () => {
  const person = await t.perform(ada, 'person', 'create', { values: { family_name: 'Eve' } })
  const call = {
    subject: 'Asked for a price',
    channel: 'phone',
    direction: 'in',
    person: person.id,
    duration: '12 min',
  }
  const kept = await t.perform(ada, 'interaction', 'create', { values: call })
  expect(kept).toMatchObject({
    customer: person.id,
    duration: 720,
    at: expect.any(String),
    owner: { id: ada.id },
  })
  await expect(
    t.perform(ada, 'interaction', 'create', { values: { ...call, at: '2099-01-01T00:00:00Z' } }),
  ).rejects.toMatchObject({ errors: [{ field: 'at' }] })
  await expect(
    t.perform(ada, 'interaction', 'update', { id: kept.id, values: { subject: 'x' } }),
  ).rejects.toMatchObject({ code: 'append_only' })
  expect((await t.as(ada).read('person', person.id))['last_interaction_at']).toBe(kept.at)
})
