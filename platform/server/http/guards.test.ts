import fc from 'fast-check'
import { request as rawRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTestServer, type Door, type TestServer } from '../testing/test-server.ts'
import { openRoutes, routes } from './routes/all.ts'

let it: TestServer
let ada: Door
let company: string

beforeAll(async () => {
  it = await aTestServer(undefined, { bodyLimit: 100_000, requestsPerMinute: 100_000 })
  ada = (await it.key()).door
  company = (await ada('POST', '/api/v1/companies', { body: { name: 'Guarded' } })).body.id
})
afterAll(() => it.close())

describe('a request that cannot be served', () => {
  test.each([
    ['GET', '/api/v1/nonsense', {}, 404],
    ['GET', '/api/nonsense', {}, 404],
    ['GET', '/api/v1/companies/not-an-id', {}, 404],
    ['DELETE', '/api/v1/companies', {}, 405],
    ['PUT', '/api/v1/sign-in', {}, 405],
    ['POST', '/api/v1/companies', { body: '{"name":', headers: { 'content-type': 'application/json' } }, 400],
    ['POST', '/api/v1/companies', { body: '', headers: { 'content-type': 'application/json' } }, 400],
    ['POST', '/api/v1/companies', { body: '[]', headers: { 'content-type': 'application/json' } }, 400],
    [
      'POST',
      '/api/v1/companies',
      { body: '{"__proto__":{"x":1}}', headers: { 'content-type': 'application/json' } },
      400,
    ],
    [
      'POST',
      '/api/v1/companies',
      { body: 'name=Acme', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
    ],
    ['POST', '/api/v1/companies', { body: '<x/>', headers: { 'content-type': 'text/xml' } }, 415],
    ['POST', '/api/v1/companies', { body: { name: 'x'.repeat(200_000) } }, 413],
    ['PATCH', '/api/v1/companies/0198c5a2-7f00-7000-8000-0123456789ab', { body: {} }, 404],
    ['PATCH', '/api/v1/companies/x', { body: {} }, 404],
    ['POST', '/api/v1/changes/x/undo', {}, 404],
    ['POST', '/api/v1/companies/batch', { body: { rows: [{}] } }, 400],
    ['POST', '/api/v1/companies/merge', { body: { keep: 1, others: 2 } }, 400],
    ['POST', '/api/v1/companies/0198c5a2-7f00-7000-8000-0123456789ab/nonsense', { body: {} }, 404],
    ['GET', '/api/v1/jobs/x', {}, 404],
    ['GET', '/api/v1/%E0%A4%A', {}, 400],
  ] as const)('%s %s is answered with a problem that says so (%#)', async (method, path, sent, status) => {
    const answer = await ada(method, path, sent)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ])
    expect(answer.body).toMatchObject({
      type: 'about:blank',
      status,
      title: expect.any(String),
      code: expect.any(String),
      detail: expect.stringMatching(/\.$/),
      request_id: expect.any(String),
    })
    if (status === 405) expect(answer.headers.get('allow')).toBeTruthy()
  })

  test('is refused to strangers before its body is read', async () => {
    const answer = await it.stranger('POST', '/api/v1/companies', {
      body: '{"name":',
      headers: { 'content-type': 'application/json' },
    })
    expect([answer.status, answer.body.code]).toEqual([401, 'sign_in'])
    const wrong = await it.stranger('GET', '/api/v1/companies', {
      headers: { authorization: 'Bearer nonsense' },
    })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_key'])
  })

  test('does not reach any route without saying who sends it', async () => {
    const open = new Set(openRoutes.map((route) => `${route.method} ${route.path}`))
    for (const route of routes) {
      const path = route.path.replace('{plural}', 'companies').replaceAll(/\{\w+\}/g, company)
      const { status } = await it.stranger(
        route.method,
        `/api/v1${path}`,
        route.method === 'GET' ? {} : { body: {} },
      )
      expect([`${route.method} ${route.path}`, status]).toEqual([`${route.method} ${route.path}`, 401])
      expect(open.has(`${route.method} ${route.path}`)).toBe(false)
    }
  })
})

describe('a repetition', () => {
  const once = (key: string, body: object, path = '/api/v1/companies') =>
    ada('POST', path, { body, headers: { 'idempotency-key': key } })

  test('with the same key gives the same answer and does nothing again', async () => {
    const [first, second] = await Promise.all([once('one', { name: 'Once' }), once('one', { name: 'Once' })])
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body.id).toBe(first.body.id)
    expect(
      [first, second].filter((answer) => answer.headers.get('idempotent-replayed') === 'true'),
    ).toHaveLength(1)
    expect((await ada('GET', '/api/v1/companies?name=Once')).body.page.count).toBe(1)
  })

  test('with the same key and another body is refused', async () => {
    await once('two', { name: 'Two' })
    expect([
      (await once('two', { name: 'Three' })).status,
      (await once('two', { name: 'Two' })).status,
    ]).toEqual([422, 201])
  })

  test('never shows a secret twice', async () => {
    const role = (await ada('GET', '/api/v1/roles?limit=1')).body.data[0].id
    const made = await once('three', { name: 'Secret', role }, '/api/v1/settings/keys')
    const again = await once('three', { name: 'Secret', role }, '/api/v1/settings/keys')
    expect([made.status, again.status, again.body.code]).toEqual([201, 409, 'already_done'])
  })

  test('with a key that is none is malformed', async () => {
    expect((await once('x'.repeat(300), { name: 'Long' })).status).toBe(400)
  })
})

describe('every answer', () => {
  test('tells browsers to run nothing of others and to be framed by nobody', async () => {
    const { headers } = await it.stranger('GET', '/api/health')
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';/)
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect((await it.stranger('GET', '/api/ready')).body).toEqual({ status: 'ready' })
  })

  test('says how many requests are left, and stops who sends too many', async () => {
    const few = await aTestServer(undefined, { requestsPerMinute: 3 })
    const { door } = await few.key()
    const answers = []
    for (let sent = 0; sent < 4; sent++) answers.push(await door('GET', '/api/v1/companies'))
    await few.close()
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 429])
    expect(answers[0]!.headers.get('ratelimit-policy')).toBe('"requests";q=3;w=60')
    expect(answers[0]!.headers.get('ratelimit')).toMatch(/^"requests";r=2;t=\d+$/)
    expect(Number(answers[3]!.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('is counted in figures that only the machine itself and administrators see', async () => {
    const figures = await it.stranger('GET', '/metrics')
    expect(figures.text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/:plural"/,
    )
    expect(figures.text).toMatch(/database_connections \d/)
    expect(
      (await it.stranger('GET', '/metrics', { headers: { 'x-forwarded-for': '10.0.0.1' } })).status,
    ).toBe(404)
    expect((await ada('GET', '/metrics', { headers: { 'x-forwarded-for': '10.0.0.1' } })).status).toBe(200)
  })
})

describe('nonsense', () => {
  const json = fc.jsonValue({ maxDepth: 3 })
  const odd = fc.oneof(
    json,
    fc.string(),
    fc.constantFrom(
      '\u0000',
      '1e400',
      '9'.repeat(400),
      '2026-99-99',
      'NaN',
      '\ud800',
      "'; drop table company; --",
      '%',
      '{}',
      '[]',
    ),
    fc.dictionary(
      fc.constantFrom(
        'name',
        'industry',
        'employees',
        'owner',
        'parent',
        'id',
        'and',
        'or',
        'not',
        'eq',
        'gte',
        'contains',
        'within',
        'some',
        'sum',
        'field',
        'fn',
      ),
      json,
    ),
  )
  const field = fc.constantFrom(
    'name',
    'domain',
    'industry',
    'employees',
    'parent',
    'owner',
    'won_value',
    'created_at',
    'version',
    'people',
    'deals',
    'nonsense',
    'owner.name',
    'parent.parent.name',
  )

  test('as a body never gives a fault of ours', async () => {
    const paths = fc.constantFrom(
      ['POST', '/api/v1/companies'],
      ['POST', '/api/v1/companies/query'],
      ['POST', '/api/v1/companies/board'],
      ['POST', '/api/v1/companies/batch'],
      ['POST', '/api/v1/companies/merge'],
      ['POST', '/api/v1/companies/duplicates'],
      ['POST', '/api/v1/reports/run'],
      ['POST', '/api/v1/companies/bulk'],
      ['PATCH', `/api/v1/companies/${company}`],
      ['PUT', '/api/v1/companies/by/domain/x'],
      ['POST', '/api/v1/roles'],
      ['POST', '/api/v1/sign-in'],
      ['POST', '/api/v1/settings/keys'],
      ['POST', '/api/v1/settings/people'],
      ['PATCH', '/api/v1/settings/workspace'],
      ['POST', '/api/v1/settings/objects'],
      ['POST', '/api/v1/settings/objects/company/fields'],
    )
    const keys = fc.constantFrom(
      'where',
      'q',
      'sort',
      'fields',
      'limit',
      'cursor',
      'count',
      'group',
      'sum',
      'rows',
      'keep',
      'others',
      'values',
      'object',
      'measures',
      'changes',
      'ids',
      'name',
      'email',
      'password',
      'role',
      'kind',
      'label',
    )
    const bodies = fc.oneof(
      json,
      fc.dictionary(keys, odd),
      fc.record({ values: fc.dictionary(field, odd) }),
      fc.dictionary(field, odd),
      fc.record({ where: fc.dictionary(field, odd) }),
      fc.record({
        object: fc.constant('company'),
        group: fc.array(fc.record({ field, by: odd })),
        measures: fc.array(fc.record({ fn: odd, field })),
      }),
      fc.record({ rows: fc.array(fc.dictionary(fc.constantFrom('create', 'update', 'delete'), odd)) }),
    )
    await fc.assert(
      fc.asyncProperty(paths, bodies, async ([method, path], body) => {
        const { status, text } = await ada(method!, path!, {
          body: JSON.stringify(body) ?? 'null',
          headers: { 'content-type': 'application/json' },
        })
        expect(status, `${method} ${path} ${JSON.stringify(body)} → ${text.slice(0, 300)}`).toBeLessThan(500)
      }),
      { numRuns: 500 },
    )
  })

  test('in an address or a header never gives a fault of ours', async () => {
    const name = fc.oneof(
      field,
      fc.constantFrom('where', 'sort', 'fields', 'limit', 'cursor', 'count', 'q', 'bin', 'format'),
    )
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '\u0000',
        '-',
        '-name,-',
        'me',
        '{"and":[]}',
        '{"name":{"contains":"\\u0000"}}',
        'bmFtZQ',
        '[null]',
      ),
      json.map((one) => JSON.stringify(one)),
    )
    const path = fc.constantFrom(
      '/companies',
      '/companies/export',
      `/companies/${company}`,
      `/companies/${company}/history`,
      `/companies/${company}/timeline`,
      '/search',
      '/bin',
      '/people',
      '/files/x/content',
      `/jobs/${company}`,
    )
    const header = fc.constantFrom(
      'if-match',
      'idempotency-key',
      'rapport-dry-run',
      'last-event-id',
      'accept',
      'cookie',
      'origin',
    )
    await fc.assert(
      fc.asyncProperty(
        path,
        fc.array(fc.tuple(name, value), { maxLength: 3 }),
        header,
        fc.string(),
        async (where, pairs, headerName, headerValue) => {
          const address = `/api/v1${where}?${new URLSearchParams(pairs)}`
          const safe = headerValue.replaceAll(/[^\x20-\x7e]/g, '')
          const { status, text } = await ada('GET', address, { headers: { [headerName]: safe } })
          expect(status, `${address} → ${text.slice(0, 300)}`).toBeLessThan(500)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('as an unparsable address is a problem, too', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const sent = rawRequest(`${it.address}`, { path: '/api/v1/%zz' }, (answer) =>
        resolve(answer.statusCode ?? 0),
      )
      sent.on('error', reject)
      sent.end()
    })
    expect(status).toBe(400)
  })
})
