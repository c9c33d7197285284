import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import { modules } from '#apps/modules.ts'
import { companyObject as company } from '#modules/customers/objects/company.ts'
import { Problem } from '#platform/objects/problem.ts'
import { aTestServer, type TestServer } from '#platform/server/testing/test-server.ts'
import { createClient, type Client } from '#platform/web/data/client.ts'

let it: TestServer
let client: Client

beforeAll(async () => {
  it = await aTestServer(modules)
  const { key } = await it.key()
  client = createClient({ base: `${it.address}/api/v1`, key })
})
afterAll(() => it.close())

describe('the client of the web app', () => {
  test('knows the types of records from their declaration', async () => {
    const { answer, change } = await client.create(company, { name: 'Typed' })
    expectTypeOf(answer.name).toEqualTypeOf<string | null>()
    expectTypeOf(answer.version).toEqualTypeOf<number>()
    expect(answer.name).toBe('Typed')
    await client.undo(change!)
    await expect(client.read(company, answer.id)).resolves.toMatchObject({ deleted_at: expect.any(String) })
  })

  test('changes only what was not changed since, and says what is wrong as a problem', async () => {
    const { answer } = await client.create(company, { name: 'Guarded' })
    const { answer: changed } = await client.update(
      company,
      answer.id,
      { name: 'Changed' },
      { version: answer.version },
    )
    expect(changed.version).toBe(2)
    const late = client.update(company, answer.id, { name: 'Late' }, { version: 1 })
    await expect(late).rejects.toSatisfy((error) => error instanceof Problem && error.status === 412)
    const wrong = client.create(company, { name: '' })
    await expect(wrong).rejects.toSatisfy(
      (error) => error instanceof Problem && error.errors[0]?.field === 'name',
    )
    const gone = createClient({ base: 'http://127.0.0.1:1/api/v1' }).list(company)
    await expect(gone).rejects.toMatchObject({ code: 'offline', status: 0 })
  })

  test('lists customer-made objects like any other, also with a filter too long for an address', async () => {
    await client.request('POST', '/settings/objects', { body: { label: 'Boat' } })
    const boats = { plural: 'c_boats' }
    const { answer } = await client.create(boats, { name: 'Aurora' })
    const where = { id: Array.from({ length: 200 }, () => answer.id) }
    expect((await client.list(boats, { where })).data).toHaveLength(1)
    await client.remove(boats, answer.id)
    expect((await client.list(boats)).data).toEqual([])
    await client.restore(boats, answer.id)
    await it.test.app.reacting.settle(it.test.workspace)
    expect((await client.list(boats, { q: 'auro', fields: ['name'] })).page.count).toBe(1)
  })
})
