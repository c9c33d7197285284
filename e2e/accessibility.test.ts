import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTestedApp, make, stages, type Seat, type TestedApp } from './app.ts'

let it: TestedApp
let seats: Readonly<Record<string, Seat>>
let company: string

beforeAll(async () => {
  it = await aTestedApp()
  const light = await it.seat('Ada Brandt', { colorScheme: 'light' })
  const dark = await it.seat('Bert Lang', { colorScheme: 'dark' })
  const phone = await it.seat('Cem Kaya', {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  seats = { light, dark, phone }
  const stage = await stages(light.door)
  ;[company = ''] = await make(light.door, 'companies', [
    { name: 'Acme', industry: 'software', rank: 'a', domain: 'acme.example' },
  ])
  await make(
    light.door,
    'opportunities',
    ['Wind park', 'Solar roof'].map((name) => ({
      name,
      company,
      stage: stage['Qualification'],
      amount: { amount: 1000, currency: 'EUR' },
    })),
  )
})
afterAll(() => it.close())

const looks = ['light', 'dark', 'phone'] as const

/** What WCAG 2.2 AA asks for and a program can check: rule and element, none when all is well. */
async function barriers({ page }: Seat): Promise<string[]> {
  // Colours fade in.
  await page.waitForTimeout(250)
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
  )
}

describe.each(looks)('no barrier (%s)', (look) => {
  test('in a list, with a filter and chosen rows', async () => {
    const seat = seats[look]!
    await seat.page.goto('/opportunities?view=open')
    await seat.page.getByText('Wind park').first().waitFor()
    if (look !== 'phone') await seat.page.getByRole('checkbox', { name: 'Choose all loaded rows' }).click()
    expect(await barriers(seat)).toEqual([])
  })

  test('on a board', async () => {
    const seat = seats[look]!
    await seat.page.goto('/opportunities')
    await seat.page.getByRole('article').first().waitFor()
    expect(await barriers(seat)).toEqual([])
  })

  test('on a record page', async () => {
    const seat = seats[look]!
    await seat.page.goto(`/companies/${company}`)
    await seat.page.getByRole('heading', { name: 'Acme' }).waitFor()
    await seat.page.waitForTimeout(600)
    expect(await barriers(seat)).toEqual([])
  })

  test('in the palette and the create form', async () => {
    const seat = seats[look]!
    await seat.page.goto('/companies')
    await seat.page
      .getByRole('button', { name: look === 'phone' ? 'Commands' : /^Commands/ })
      .last()
      .click()
    await seat.page.getByRole('option').first().waitFor()
    expect(await barriers(seat)).toEqual([])
    await seat.page.goto('/companies?create=company')
    await seat.page.getByRole('dialog').waitFor()
    expect(await barriers(seat)).toEqual([])
  })
})
