import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { findBrowser, launchBrowser } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

describe('the browser of the tests', () => {
  test('shows a page', async () => {
    const page = await browser.newPage()
    await page.setContent('<h1>Rapport</h1>')
    expect(await page.locator('h1').textContent()).toBe('Rapport')
    await page.close()
  })

  test('is not guessed when a person named one', () => {
    process.env['RAPPORT_BROWSER'] = '/nowhere/chrome'
    try {
      expect(() => findBrowser()).toThrow('RAPPORT_BROWSER names /nowhere/chrome, which does not exist.')
    } finally {
      delete process.env['RAPPORT_BROWSER']
    }
  })
})
