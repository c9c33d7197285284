import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/**
 * Starts a browser for tests; it talks to nobody but the pages it is sent to. Open pages in a context with
 * `serviceWorkers: 'block'`, so that no test sees what an earlier one left behind.
 *
 * @throws Error with a sentence when there is no browser and none can be brought
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: FLAGS })
}

/**
 * Path of a Chromium: RAPPORT_BROWSER, one that is installed, one installed now by the system (Debian, as root), or
 * the one that Playwright downloads for an ordinary user.
 *
 * @throws Error with a sentence when none of it works
 */
export function findBrowser(): string {
  const named = process.env['RAPPORT_BROWSER']
  if (named && !existsSync(named)) throw new Error(`RAPPORT_BROWSER names ${named}, which does not exist.`)
  const found = named || KNOWN.find((path) => existsSync(path)) || installBySystem() || downloaded()
  if (found) return found
  throw new Error('No browser for the tests: install Chromium or name one in RAPPORT_BROWSER.')
}

const FLAGS = [
  // Root and most containers cannot have Chromium's sandbox; only our own pages are opened.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function installBySystem(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return undefined
  console.error('Installing Chromium for the browser tests (needed once) …')
  const apt = (...args: string[]): boolean => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return spawnSync('apt-get', args, { stdio: 'ignore', env, timeout: 600_000 }).status === 0
  }
  const install = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']
  if (!apt(...install)) {
    apt('update')
    apt(...install)
  }
  return KNOWN.find((path) => existsSync(path))
}

function downloaded(): string | undefined {
  const path = chromium.executablePath()
  if (existsSync(path)) return path
  console.error('Downloading a browser for the tests (needed once) …')
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  const args = [join(folder, 'cli.js'), 'install', 'chromium']
  spawnSync(process.execPath, args, { stdio: ['ignore', 2, 2], timeout: 300_000 })
  return existsSync(path) ? path : undefined
}
