import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTestServer, type Door, type TestServer } from '../testing/test-server.ts'

let it: TestServer
let ada: Door

beforeAll(async () => {
  it = await aTestServer()
  ada = (await it.person('Ada')).door
})
afterAll(() => it.close())

const create = async (values: object, plural = 'companies') =>
  (await ada('POST', `/api/v1/${plural}`, { body: values })).body

describe('a record', () => {
  test('is created with its place, version and the change that undoes it', async () => {
    const made = await ada('POST', '/api/v1/companies', { body: { name: 'Acme', industry: 'software' } })
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(`/api/v1/companies/${made.body.id}`)
    expect(made.headers.get('etag')).toBe('"1"')
    expect(made.headers.get('rapport-change')).toMatch(/^[0-9a-f-]{36}$/)
    expect(made.body).toMatchObject({ name: 'Acme', industry: 'software', owner: { title: 'Ada' } })
  })

  test('is read with what the reader may do with it', async () => {
    const { id } = await create({ name: 'Readable' })
    const read = await ada('GET', `/api/v1/companies/${id}?fields=name,owner.name`)
    expect(read.status).toBe(200)
    expect(read.body).toMatchObject({ id, name: 'Readable', can: { update: true, delete: true } })
    expect(read.body).not.toHaveProperty('industry')
  })

  test('is changed in the named fields only, and not when it was changed since', async () => {
    const { id } = await create({ name: 'Before', employees: 5 })
    const changed = await ada('PATCH', `/api/v1/companies/${id}`, {
      body: { name: 'After' },
      headers: { 'if-match': '"1"' },
    })
    expect(changed.body).toMatchObject({ name: 'After', employees: 5, version: 2 })
    expect(changed.headers.get('etag')).toBe('"2"')
    const stale = await ada('PATCH', `/api/v1/companies/${id}`, {
      body: { name: 'Late' },
      headers: { 'if-match': '"1"' },
    })
    expect(stale.status).toBe(412)
    expect(stale.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  })

  test('goes to the bin and comes back', async () => {
    const { id } = await create({ name: 'Binned' })
    expect((await ada('DELETE', `/api/v1/companies/${id}`)).status).toBe(204)
    const bin = await ada('GET', '/api/v1/bin?object=company')
    expect(bin.body.data).toContainEqual(expect.objectContaining({ id, object: 'company', title: 'Binned' }))
    const back = await ada('POST', `/api/v1/companies/${id}/restore`)
    expect(back.body).toMatchObject({ id, name: 'Binned', deleted_at: null })
    expect((await ada('GET', '/api/v1/bin')).body.data).not.toContainEqual(expect.objectContaining({ id }))
  })

  test('is created or updated by a unique field', async () => {
    const first = await ada('PUT', '/api/v1/companies/by/domain/put.example', { body: { name: 'Put' } })
    const second = await ada('PUT', '/api/v1/companies/by/domain/put.example', {
      body: { name: 'Put again' },
    })
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body).toMatchObject({ id: first.body.id, name: 'Put again', domain: 'put.example' })
    expect((await ada('PUT', '/api/v1/companies/by/name/Put', { body: {} })).status).toBe(400)
  })

  test('that seems to be there already is refused with the candidates, unless it is wanted', async () => {
    const { id } = await create({ name: 'Twin', domain: 'twin.example' })
    await create({ name: 'Twin person', emails: ['twin@example.org'] }, 'people')
    const again = await ada('POST', '/api/v1/people', {
      body: { name: 'Other', emails: ['twin@example.org'] },
    })
    expect(again.status).toBe(409)
    expect(again.body.candidates).toHaveLength(1)
    const wanted = await ada('POST', '/api/v1/people?duplicates=allow', {
      body: { name: 'Other', emails: ['twin@example.org'] },
    })
    expect(wanted.status).toBe(201)
    const asked = await ada('POST', '/api/v1/companies/duplicates', {
      body: { values: { domain: 'twin.example' } },
    })
    expect(asked.body.data[0]).toMatchObject({
      record: { id, title: 'Twin' },
      rule: 'exact',
      fields: ['domain'],
    })
  })

  test('says which fields are wrong, each with a sentence', async () => {
    const wrong = await ada('POST', '/api/v1/companies', { body: { industry: 'spaceships', nonsense: 1 } })
    expect(wrong.status).toBe(422)
    const fields = wrong.body.errors.map((error: { field: string }) => error.field)
    expect(fields).toEqual(expect.arrayContaining(['industry', 'nonsense']))
    expect(wrong.body.request_id).toBe(wrong.headers.get('request-id'))
  })

  test('is validated without being kept on a dry run', async () => {
    const dry = await ada('POST', '/api/v1/companies', {
      body: { name: 'Dry' },
      headers: { 'rapport-dry-run': 'true' },
    })
    expect(dry.status).toBe(200)
    expect(dry.body.name).toBe('Dry')
    expect(dry.headers.get('rapport-change')).toBeNull()
    expect((await ada('GET', '/api/v1/companies?name=Dry')).body.data).toEqual([])
  })

  test('has a history, and its change can be undone', async () => {
    const { id } = await create({ name: 'Old name' })
    const changed = await ada('PATCH', `/api/v1/companies/${id}`, { body: { name: 'New name' } })
    const history = await ada('GET', `/api/v1/companies/${id}/history`)
    expect(history.body.data[0]).toMatchObject({
      verb: 'updated',
      changes: { name: ['Old name', 'New name'] },
    })
    const undone = await ada('POST', `/api/v1/changes/${changed.headers.get('rapport-change')}/undo`)
    expect(undone.status).toBe(200)
    expect((await ada('GET', `/api/v1/companies/${id}`)).body.name).toBe('Old name')
  })
})

describe('a list', () => {
  beforeAll(async () => {
    for (const [name, employees] of [
      ['List A', 10],
      ['List B', 20],
      ['List C', 30],
    ] as const)
      await create({ name, employees, industry: 'retail' })
  })

  test('is filtered by plain pairs and by the filter language, sorted and cut to fields', async () => {
    const plain = await ada('GET', '/api/v1/companies?industry=retail&sort=-employees&fields=name')
    expect(plain.body.data.map((row: { name: string }) => row.name)).toEqual(['List C', 'List B', 'List A'])
    const where = encodeURIComponent(JSON.stringify({ industry: 'retail', employees: { gte: 20 } }))
    expect((await ada('GET', `/api/v1/companies?where=${where}`)).body.page.count).toBe(2)
    expect((await ada('GET', '/api/v1/companies?industry=retail&employees=10')).body.page.count).toBe(1)
    expect((await ada('GET', '/api/v1/companies?name=List A&name=List B')).body.page.count).toBe(2)
  })

  test('goes on page by page, also with the parameters as a body', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await ada('POST', '/api/v1/companies/query', {
        body: {
          where: { industry: 'retail' },
          sort: 'name',
          limit: 2,
          ...(cursor === undefined ? {} : { cursor }),
        },
      })
      seen.push(...page.body.data.map((row: { name: string }) => row.name))
      cursor = page.body.page.next ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(['List A', 'List B', 'List C'])
  })

  test('says what is wrong with its parameters', async () => {
    for (const query of [
      'where=nonsense',
      'where=[]',
      'limit=0',
      'limit=many',
      'sort=nothing',
      'fields=nothing',
      'nothing=1',
      'cursor=abc',
      'count=perhaps',
      'limit=1&limit=2',
    ]) {
      const wrong = await ada('GET', `/api/v1/companies?${query}`)
      expect([query, wrong.status, wrong.body.code]).toEqual([query, 400, 'malformed'])
    }
  })
})

describe('many records', () => {
  test('are changed in one batch, all or nothing', async () => {
    const { id } = await create({ name: 'Batch' })
    const rows = [{ create: { name: 'Batched' } }, { update: { id, employees: 7 } }]
    const done = await ada('POST', '/api/v1/companies/batch', { body: { rows } })
    expect(done.body.results.map((one: { status: number }) => one.status)).toEqual([201, 200])
    const failed = await ada('POST', '/api/v1/companies/batch', {
      body: { rows: [{ create: { name: 'Half' } }, { create: {} }] },
    })
    expect(failed.status).toBe(422)
    expect((await ada('GET', '/api/v1/companies?name=Half')).body.data).toEqual([])
  })

  test('are changed row by row where the batch is not atomic', async () => {
    const rows = [
      { create: { name: 'Good' } },
      { create: {} },
      { delete: '0198c5a2-7f00-7000-8000-0123456789ab' },
    ]
    const done = await ada('POST', '/api/v1/companies/batch', { body: { atomic: false, rows } })
    expect(done.body.results.map((one: { status: number }) => one.status)).toEqual([201, 422, 404])
  })

  test('are edited by a job that says how far it is', async () => {
    await create({ name: 'Bulk 1', industry: 'health' })
    await create({ name: 'Bulk 2', industry: 'health' })
    const begun = await ada('POST', '/api/v1/companies/bulk', {
      body: { where: { industry: 'health' }, changes: { employees: 99 } },
    })
    expect(begun.status).toBe(202)
    const job = await settled(begun.headers.get('location')!)
    expect(job).toMatchObject({ state: 'done', result: { changed: 2 } })
    expect((await ada('GET', '/api/v1/companies?employees=99')).body.page.count).toBe(2)
    expect(
      (
        await ada('POST', '/api/v1/companies/bulk', {
          body: { where: { industry: 'health' }, changes: { employees: 'x' } },
        })
      ).status,
    ).toBe(422)
  })

  test('are merged into one', async () => {
    const [keep, other] = [await create({ name: 'Keep' }), await create({ name: 'Other', employees: 3 })]
    const merged = await ada('POST', '/api/v1/companies/merge', {
      body: { keep: keep.id, others: [other.id], values: { employees: 3 } },
    })
    expect(merged.body).toMatchObject({ id: keep.id, employees: 3 })
    expect((await ada('GET', `/api/v1/companies/${other.id}`)).body.id).toBe(keep.id)
  })

  async function settled(path: string): Promise<any> {
    for (let tries = 0; tries < 100; tries++) {
      const { body } = await ada('GET', path)
      if (body.state === 'done' || body.state === 'failed') return body
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('The job did not end.')
  }
})

describe('questions', () => {
  test('a board has columns with counts, a report figures, the search hits', async () => {
    const [open, won] = [
      await create({ name: 'Open', kind: 'open', probability: 0.5 }, 'stages'),
      await create({ name: 'Won', kind: 'won', probability: 1 }, 'stages'),
    ]
    await create({ name: 'Small deal', stage: open.id, amount: { amount: 100, currency: 'EUR' } }, 'deals')
    await create({ name: 'Large deal', stage: won.id, amount: { amount: 900, currency: 'EUR' } }, 'deals')
    const board = await ada('POST', '/api/v1/deals/board', {
      body: { group: 'stage', sum: 'amount', fields: ['name'] },
    })
    expect(board.body.columns).toContainEqual(
      expect.objectContaining({ key: won.id, title: 'Won', count: 1, sum: 900 }),
    )
    const report = await ada('POST', '/api/v1/reports/run', {
      body: { object: 'deal', group: [{ field: 'stage' }], measures: [{ fn: 'sum', field: 'amount' }] },
    })
    expect(report.status).toBe(200)
    expect(report.body.data).toHaveLength(2)
    await it.test.app.reacting.settle(it.test.workspace)
    const found = await ada('GET', '/api/v1/search?q=small')
    expect(found.body.data).toContainEqual(expect.objectContaining({ object: 'deal', title: 'Small deal' }))
  })
})
