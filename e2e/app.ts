import { expect } from 'vitest'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { builtWebApp } from '#apps/server/build-web-app.ts'
import { modules } from '#apps/modules.ts'
import type { Permissions } from '#platform/server/access/access.ts'
import { aTestServer, type Door, type TestServer } from '#platform/server/testing/test-server.ts'
import { launchBrowser } from './browser.ts'

export interface Seat {
  readonly page: Page
  /** The same person without the browser, to look what came of it. */
  readonly door: Door
  readonly id: string
}

export interface TestedApp extends TestServer {
  readonly browser: Browser
  /** Puts somebody, signed in, before a browser of their own. */
  seat(name: string, options?: SeatOptions): Promise<Seat>
  /** Whatever the pages complained about; an empty list is what one wants. */
  readonly faults: readonly string[]
  /** @throws Error with what the pages complained about */
  noFaults(): void
  close(): Promise<void>
}

interface SeatOptions extends Omit<BrowserContextOptions, 'permissions'> {
  /** What the person may do; everything unless said otherwise. */
  readonly permissions?: Permissions
  readonly path?: string
}

/** Milliseconds; long enough for a machine that does other things as well. */
const patience = 15_000

/** Waits until what is asked for becomes what is expected. */
// oxlint-disable-next-line vitest/require-awaited-expect-poll -- whoever calls it awaits it
export const soon = <T>(ask: () => T) => expect.poll(ask, { timeout: patience, interval: 60 })

const zoneAndTongue: BrowserContextOptions = {
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  serviceWorkers: 'block',
}

/** The built app on a server with a database of its own, and a browser that looks at it. */
export async function aTestedApp(): Promise<TestedApp> {
  const webFolder = await builtWebApp(() => undefined)
  const server = await aTestServer(modules, { webFolder, requestsPerMinute: 1_000_000 })
  for (const module of modules) await module.begin?.(server.test.as(server.test.system))
  const browser = await launchBrowser()
  const faults: string[] = []
  return {
    ...server,
    browser,
    faults,
    noFaults() {
      if (faults.length > 0) throw new Error(faults.splice(0).join('\n'))
    },
    async seat(name, { permissions, path = '/', ...options } = {}) {
      const { actor, cookie, door } = await server.person(name, permissions)
      const context = await browser.newContext({
        ...zoneAndTongue,
        viewport: { width: 1440, height: 900 },
        baseURL: server.address,
        ...options,
      })
      const [cookieName = '', value = ''] = cookie.split('=')
      await context.addCookies([{ name: cookieName, value, url: server.address }])
      const page = await context.newPage()
      page.setDefaultTimeout(patience)
      page.on('pageerror', (error) => faults.push(String(error.stack || error.message || error)))
      await page.goto(path)
      return { page, door, id: actor.id! }
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

/** Makes records through the API and gives their ids. */
export async function make(door: Door, plural: string, rows: readonly object[]): Promise<string[]> {
  const { status, body, text } = await door('POST', `/api/v1/${plural}/batch`, {
    body: { rows: rows.map((create) => ({ create })) },
  })
  if (status !== 200) throw new Error(text)
  return body.results.map((result: { record: { id: string } }) => result.record.id)
}

/** The pipeline's stages by name, as the sales area makes them for a new workspace. */
export async function stages(door: Door): Promise<Readonly<Record<string, string>>> {
  const { body } = await door('GET', '/api/v1/stages?limit=100')
  return Object.fromEntries(body.data.map((stage: { id: string; name: string }) => [stage.name, stage.id]))
}
