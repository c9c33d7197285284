// npm run screenshots: takes the pictures of docs/pictures from the demo company of a new installation. With the
// address of a running demo (`npm run screenshots -- http://localhost:3000`) it looks at that one instead.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { startRapport } from '#apps/server/start-rapport.ts'
import { launchBrowser } from '../e2e/browser.ts'

interface Picture {
  readonly name: string
  /** Goes to what is to be seen and waits until it is there. */
  readonly show: (page: Page) => Promise<void>
  readonly options?: BrowserContextOptions
}

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

const pictures: readonly Picture[] = [
  { name: 'board', show: board },
  { name: 'company', show: company },
  { name: 'list', show: list },
  { name: 'board-dark', show: board, options: { colorScheme: 'dark' } },
  {
    name: 'phone',
    show: company,
    options: { viewport: phone, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  },
]

const folder = join(import.meta.dirname, '../docs/pictures')
mkdirSync(folder, { recursive: true })
const given = process.argv[2]
await (given === undefined ? withNewDemo(takeAll) : takeAll(given))

async function withNewDemo(take: (address: string) => Promise<void>): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'rapport-pictures-'))
  try {
    const env = {
      ...process.env,
      RAPPORT_DATA: data,
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATABASE_URL: '',
      RAPPORT_DEMO: '1',
    }
    const rapport = await startRapport(env)
    try {
      await take(rapport.address)
    } finally {
      await rapport.close()
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function takeAll(address: string): Promise<void> {
  const browser = await launchBrowser()
  try {
    for (const picture of pictures) await take(browser, address, picture)
  } finally {
    await browser.close()
  }
}

async function take(browser: Browser, baseURL: string, { name, show, options }: Picture): Promise<void> {
  const reader = {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  } as const
  const context = await browser.newContext({ baseURL, viewport: desk, ...reader, ...options })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: 'Enter the demo' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor({ state: 'hidden' })
  await show(page)
  await page.waitForLoadState('load')
  await page.waitForTimeout(700)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  console.log(`docs/pictures/${name}.png`)
  await context.close()
}

async function board(page: Page): Promise<void> {
  await page.goto('/opportunities')
  await page.getByRole('article').first().waitFor()
}

async function list(page: Page): Promise<void> {
  await page.goto('/companies')
  await page.getByRole('row').nth(5).waitFor()
}

/** The best customer that has something open: a full page. */
async function company(page: Page): Promise<void> {
  const query = { where: { open_value: { gt: 0 } }, sort: '-won_value', limit: 1 }
  const headers = { origin: new URL(page.url()).origin }
  const answer = await page.request.post('/api/v1/companies/query', { data: query, headers })
  if (!answer.ok()) throw new Error(await answer.text())
  const { data } = (await answer.json()) as { data: readonly { id: string; name: string }[] }
  const [found] = data
  if (found === undefined) throw new Error('The demo company has no customer with an open deal.')
  await page.goto(`/companies/${found.id}`)
  await page.getByRole('heading', { name: found.name }).first().waitFor()
}
