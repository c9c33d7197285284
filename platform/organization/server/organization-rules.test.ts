import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonObject } from '#platform/objects/json.ts'
import { aTestApp, type TestApp } from '#platform/server/testing/test-app.ts'
import { defaultRoles } from './default-roles.ts'
import { organizationServer } from './module.ts'

let t: TestApp

beforeAll(async () => {
  t = await aTestApp([organizationServer])
})
afterAll(() => t.close())

const perform = async (object: string, action: string, input: JsonObject) =>
  t.perform(t.system, object, action, input)

test('a team cannot be part of a team below it, nor lead itself in a circle', async () => {
  const top = await perform('team', 'create', { values: { name: 'Top' } })
  const below = await perform('team', 'create', { values: { name: 'Below', parent: top.id } })
  await expect(perform('team', 'update', { id: top.id, values: { parent: below.id } })).rejects.toMatchObject(
    { status: 422, errors: [{ field: 'parent' }] },
  )
  const [ada, bob] = [await t.person('Ada'), await t.person('Bob')]
  await perform('user', 'update', { id: ada.id!, values: { manager: bob.id! } })
  await expect(
    perform('user', 'update', { id: bob.id!, values: { manager: ada.id! } }),
  ).rejects.toMatchObject({ errors: [{ field: 'manager' }] })
})

test('the last administrator can neither go nor be made less', async () => {
  const boss = await perform('role', 'create', {
    values: { name: 'Boss', permissions: { administrator: true } },
  })
  const clerk = await perform('role', 'create', {
    values: { name: 'Clerk', permissions: { default: { read: 'all' } } },
  })
  for (const { id } of await t.as(t.system).find('user', {}))
    await perform('user', 'update', { id, values: { role: clerk.id } }).catch(() => undefined)
  const eve = await perform('user', 'create', {
    values: { name: 'Eve', email: 'eve@example.com', role: boss.id },
  })
  const others = await t.as(t.system).find('user', { id: { ne: eve.id } }, { fields: ['id'] })
  for (const { id } of others) await perform('user', 'update', { id, values: { role: clerk.id } })
  const refusal = { status: 422, code: 'last_administrator' }
  await expect(perform('user', 'update', { id: eve.id, values: { role: clerk.id } })).rejects.toMatchObject(
    refusal,
  )
  await expect(perform('user', 'update', { id: eve.id, values: { active: false } })).rejects.toMatchObject(
    refusal,
  )
  await expect(perform('user', 'delete', { id: eve.id })).rejects.toMatchObject(refusal)
  await expect(perform('role', 'update', { id: boss.id, values: { permissions: {} } })).rejects.toMatchObject(
    refusal,
  )
  await expect(perform('role', 'delete', { id: boss.id })).rejects.toMatchObject(refusal)
  const max = await perform('user', 'create', {
    values: { name: 'Max', email: 'max@example.com', role: boss.id },
  })
  expect(await perform('user', 'update', { id: eve.id, values: { active: false } })).toMatchObject({
    active: false,
  })
  await expect(perform('user', 'delete', { id: max.id })).rejects.toMatchObject(refusal)
})

test('two administrators cannot go in one change', async () => {
  const boss = await perform('role', 'create', {
    values: { name: 'Chief', permissions: { administrator: true } },
  })
  const two = [await t.person('One'), await t.person('Two')]
  const all = (await t.as(t.system).find('user', { active: true }, { fields: ['id'] })).map((user) => user.id)
  expect(all.length).toBeGreaterThan(two.length)
  const bulk = perform('user', 'bulk', { ids: all, changes: { active: false } })
  await expect(bulk).rejects.toMatchObject({ code: 'last_administrator' })
  expect((await t.as(t.system).find('user', { active: true }, { fields: ['id'] })).length).toBe(all.length)
  expect(boss.id).toBeTruthy()
})

test('permissions are written as such, about objects and fields that are there', async () => {
  const role = async (permissions: object) =>
    perform('role', 'create', { values: { name: `R ${Math.random()}`, permissions: permissions as never } })
  await expect(role({ default: { read: 'everything' } })).rejects.toMatchObject({
    status: 422,
    errors: [{ field: 'permissions' }],
  })
  await expect(role({ objects: { nothing: { read: 'all' } } })).rejects.toMatchObject({
    errors: [{ message: 'There is no object “nothing”.' }],
  })
  await expect(role({ objects: { team: { fields: { colour: 'hidden' } } } })).rejects.toMatchObject({
    errors: [{ message: 'team has no field “colour”.' }],
  })
  await expect(role({ objects: { team: { where: { colour: 'red' } } } })).rejects.toMatchObject({
    errors: [{ field: 'permissions' }],
  })
  expect(await role({ objects: { team: { read: 'all', where: { name: { ne: 'Secret' } } } } })).toBeTruthy()
})

test('nobody sees the private views of another person, and everybody the shared ones', async () => {
  const { permissions } = defaultRoles.find((role) => role.name === 'Read only')!
  const kept = permissions.objects!['view']!
  const may = { objects: { view: kept } }
  const [ada, bob] = [await t.person('Ada Views', may), await t.person('Bob Views', may)]
  const view = async (actor: typeof ada, values: object) =>
    t.perform(actor, 'view', 'create', { values: { object: 'team', ...values } as never })
  await view(ada, { name: 'Private' })
  const shared = await view(ada, { name: 'Shared', shared: true })
  const seen = await t.as(bob).find('view', {}, { fields: ['name'] })
  expect(seen.map((one) => one['name'])).toEqual(['Shared'])
  await expect(
    t.perform(bob, 'view', 'update', { id: shared.id, values: { name: 'Mine now' } }),
  ).rejects.toMatchObject({ status: expect.any(Number) })
})
