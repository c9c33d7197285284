import type { Browser, Page } from 'playwright-core'
import { pino } from 'pino'
import type { FastifyInstance } from 'fastify'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtWebApp } from '#apps/server/build-web-app.ts'
import { modules } from '#apps/modules.ts'
import { buildServer } from '#platform/server/http/server.ts'
import { openApp, type OpenApp } from '#platform/server/open-app.ts'
import { testDatabase, type TestDatabase } from '#platform/server/testing/database.ts'
import { launchBrowser } from './browser.ts'

let database: TestDatabase
let files: string
let app: OpenApp
let server: FastifyInstance
let browser: Browser
let page: Page

// A new installation: there is no workspace yet.
beforeAll(async () => {
  const webFolder = await builtWebApp(() => undefined)
  database = await testDatabase()
  files = await mkdtemp(join(tmpdir(), 'rapport-files-'))
  app = await openApp({ url: database.url, modules, files, logger: pino({ level: 'error' }) })
  server = buildServer(app, { webFolder })
  await server.listen({ host: '127.0.0.1', port: 0 })
  browser = await launchBrowser()
  const baseURL = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  page = await browser.newPage({ baseURL, locale: 'en-GB', serviceWorkers: 'block' })
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await app.close()
  await database.drop()
  await rm(files, { recursive: true, force: true })
})

const password = () => page.getByRole('textbox', { name: 'Password' })

describe('the way in', () => {
  test('lets the first visitor set up the firm, and says beside the field what does not do', async () => {
    await page.goto('/')
    await page.getByRole('heading', { name: 'Set up Rapport' }).waitFor()
    await page.getByLabel('Company').fill('Nordlicht')
    await page.getByLabel('Your name').fill('Ada Brandt')
    await page.getByLabel('E-mail').fill('ada@example.com')
    await password().fill('short')
    await page.getByRole('button', { name: 'Start' }).click()
    await password().and(page.locator('[aria-invalid=true]')).waitFor()
    await password().fill('correct horse battery')
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('button', { name: 'You: Ada Brandt' }).waitFor()
    expect(await page.getByText('Nordlicht').first().isVisible()).toBe(true)
  })

  test('signs out, and in again to the address that was asked for', async () => {
    await page.getByRole('button', { name: 'You: Ada Brandt' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.goto('/tasks')
    await page.getByLabel('E-mail').fill('ada@example.com')
    await password().fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').waitFor()
    await password().fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Tasks' }).waitFor()
  })

  test('keeps who is signed in over a reload', async () => {
    await page.reload()
    await page.getByRole('heading', { name: 'Tasks' }).waitFor()
  })

  test('leads who was invited to choosing a password, once', async () => {
    const request = (path: string, data?: object) =>
      page.evaluate(
        async ([to, body]) => {
          const headers = { 'content-type': 'application/json' }
          const answer = await fetch(to, body === null ? {} : { method: 'POST', headers, body })
          return answer.json()
        },
        [path, data === undefined ? null : JSON.stringify(data)] as const,
      )
    const roles = await request('/api/v1/roles?name=Salesperson')
    const person = { name: 'Ben Okafor', email: 'ben@example.com', role: roles.data[0].id }
    const { invitation } = await request('/api/v1/settings/people', person)

    const guest = await browser.newPage({ baseURL: new URL(page.url()).origin, locale: 'en-GB' })
    await guest.goto(invitation)
    await guest.getByRole('heading', { name: 'Welcome, Ben Okafor' }).waitFor()
    await guest.getByRole('textbox', { name: 'Password' }).fill('a quiet afternoon')
    await guest.getByRole('button', { name: 'Start' }).click()
    await guest.getByRole('button', { name: 'You: Ben Okafor' }).waitFor()
    await guest.goto(invitation)
    await guest.getByText('This invitation was used or is too old.').waitFor()
  })
})
