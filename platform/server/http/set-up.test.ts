import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type OpenApp } from '../open-app.ts'
import { testDatabase, type TestDatabase } from '../testing/database.ts'
import { testModules } from '../testing/test-firm.ts'
import { buildServer } from './server.ts'

let database: TestDatabase
let app: OpenApp
let files: string

beforeAll(async () => {
  database = await testDatabase()
  files = await mkdtemp(join(tmpdir(), 'rapport-files-'))
  app = await openApp({
    url: database.url,
    modules: testModules,
    files,
    logger: pino({ level: 'silent' }),
    work: false,
  })
})
afterAll(async () => {
  await app.close()
  await database.drop()
  await rm(files, { recursive: true, force: true })
})

test('the first visitor of a new server makes its workspace and is its administrator, however many come at once', async () => {
  const server = buildServer(app)
  const post = (payload: object) => server.inject({ method: 'POST', url: '/api/v1/set-up', payload })
  const firm = {
    workspace: 'Müller & Söhne',
    name: 'Mia Müller',
    email: 'mia@mueller.example',
    password: 'correct horse battery',
  }
  const before = await server.inject('/api/v1/workspace')
  expect([before.statusCode, before.json().code]).toEqual([401, 'set_up'])
  expect((await post({ ...firm, email: 'nonsense' })).statusCode).toBe(422)
  expect((await post({ ...firm, password: 'short' })).statusCode).toBe(422)
  const answers = await Promise.all([post(firm), post({ ...firm, email: 'max@mueller.example' })])
  expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([201, 409])
  const { cookies } = answers.find((answer) => answer.statusCode === 201)!
  const world = await server.inject({ url: '/api/v1/workspace', cookies: { rapport: cookies[0]!.value } })
  expect(world.json()).toMatchObject({
    workspace: { slug: 'muller_sohne', name: 'Müller & Söhne' },
    me: { administrator: true },
  })
  const roles = await server.inject({
    url: '/api/v1/roles?sort=name&fields=name',
    cookies: { rapport: cookies[0]!.value },
  })
  expect(roles.json().data.map((role: { name: string }) => role.name)).toContain('Salesperson')
  await server.close()
})
