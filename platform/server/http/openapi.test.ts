import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTestServer, type Door, type TestServer } from '../testing/test-server.ts'
import { routes, openRoutes } from './routes/all.ts'
import { reservedPlurals } from '#platform/objects/reserved-plurals.ts'

let it: TestServer
let ada: Door
let api: any

beforeAll(async () => {
  it = await aTestServer()
  ada = (await it.key()).door
  await ada('POST', '/api/v1/settings/objects', { body: { label: 'Boat' } })
  await ada('POST', '/api/v1/settings/objects/company/fields', {
    body: { kind: 'choice', label: 'Region', choices: ['north', 'south'] },
  })
  api = (await ada('GET', '/api/v1/openapi.json')).body
})
afterAll(() => it.close())

const operations = (): [string, string, any][] =>
  Object.entries<Record<string, any>>(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [path, method, operation] as [string, string, any]),
  )

describe('the description of the API', () => {
  test('names every operation once, with a summary, a tag and what may go wrong', () => {
    const ids = operations().map(([, , operation]) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const tags = new Set(api.tags.map((tag: { name: string }) => tag.name))
    for (const [path, method, operation] of operations()) {
      expect(operation.operationId, `${method} ${path}`).toMatch(/^[a-z][A-Za-z0-9]+$/)
      expect(operation.summary).toBeTruthy()
      expect(tags.has(operation.tags[0])).toBe(true)
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['4XX', '5XX']))
    }
  })

  test('points to nothing that is not there, and uses all that is there', () => {
    const text = JSON.stringify(api)
    const used = new Set(
      [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)].map(([, kind, name]) => `${kind} ${name}`),
    )
    const there = ['parameters', 'responses', 'schemas'].flatMap((kind) =>
      Object.keys(api.components[kind]).map((name) => `${kind} ${name}`),
    )
    expect([...used].filter((one) => !there.includes(one))).toEqual([])
    expect(there.filter((one) => !used.has(one) && !one.endsWith('Write'))).toEqual([])
  })

  test('declares every part of each path', () => {
    for (const [path, method, operation] of operations()) {
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = (operation.parameters ?? [])
        .filter((one: any) => one.in === 'path')
        .map((one: any) => one.name)
      expect([method, path, declared.toSorted()]).toEqual([method, path, parts.toSorted()])
    }
  })

  test('knows what the customer made, with its values', () => {
    expect(api.paths).toHaveProperty('/c_boats')
    expect(JSON.stringify(api.components.schemas.CompanyWrite.properties.c_region)).toContain('north')
  })

  test('is true: what it says can be asked for is there', async () => {
    for (const [path, method, operation] of operations()) {
      if (method !== 'get' || path.includes('{') || operation.operationId === 'streamEvents') continue
      const needed = (operation.parameters ?? []).filter((one: any) => one.required === true)
      const answer = await ada('GET', `/api/v1${path}?${needed.map((one: any) => `${one.name}=x`).join('&')}`)
      expect([path, answer.status]).toEqual([path, 200])
    }
  })

  test('leaves out what the role may not do or see', async () => {
    const permissions = {
      default: { read: 'all' },
      objects: { deal: { read: 'none' }, company: { read: 'all', fields: { industry: 'hidden' } } },
    } as const
    const { door } = await it.key(permissions)
    const { paths, components } = (await door('GET', '/api/v1/openapi.json')).body
    expect(Object.keys(paths['/companies'])).toEqual(['get'])
    expect(paths).not.toHaveProperty('/deals')
    expect(paths).not.toHaveProperty('/settings/keys')
    expect(components.schemas).not.toHaveProperty('Deal')
    expect(components.schemas.Company.properties).not.toHaveProperty('industry')
    expect(components.schemas.Company.properties).toHaveProperty('name')
  })
})

test('no object can take an address that the API needs', () => {
  const first = [...routes, ...openRoutes]
    .filter((route) => !route.path.startsWith('/{plural}'))
    .map((route) => route.path.split('/')[1]!)
  // Files are an object with further doors; reports has one door whose name is no id.
  const taken = [...new Set(first)].filter(
    (word) => /^[a-z_]+$/.test(word) && !['files', 'reports'].includes(word),
  )
  expect(taken.filter((word) => !reservedPlurals.has(word))).toEqual([])
})
