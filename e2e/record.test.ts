import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aTestedApp, make, soon, stages, type Seat, type TestedApp } from './app.ts'

let it: TestedApp
let ada: Seat
let company: string

beforeAll(async () => {
  it = await aTestedApp()
  ada = await it.seat('Ada Brandt')
  const stage = await stages(ada.door)
  const [first, second] = await make(ada.door, 'companies', [
    { name: 'Acme', industry: 'software' },
    { name: 'Beta' },
  ])
  company = first!
  await make(
    ada.door,
    'opportunities',
    [...Array(7).keys()].map((n) => ({
      name: `Deal ${n}`,
      company: n === 6 ? second! : company,
      stage: stage['Proposal'],
      close_on: '2027-01-15',
      amount: { amount: 1000, currency: 'EUR' },
    })),
  )
})
afterAll(() => it.close())
afterEach(() => it.noFaults())

const part = (name: string) => ada.page.getByRole('region', { name })

describe('a record page', () => {
  test('shows values, figures, what belongs to it, and what happened', async () => {
    await ada.page.goto(`/companies/${company}`)
    await ada.page.getByRole('heading', { name: 'Acme', level: 1 }).waitFor()
    await part('Details').getByText('Software').waitFor()
    await part('Related')
      .getByRole('link', { name: /Opportunities 6/ })
      .waitFor()
    await part('Timeline').getByText('added the opportunity').first().waitFor()
  })

  test('edits a value where it stands, and the timeline tells of it', async () => {
    await part('Details').getByRole('button', { name: 'Edit Name' }).click()
    await ada.page.keyboard.press('Control+a')
    await ada.page.keyboard.type('Acme Works')
    await ada.page.keyboard.press('Enter')
    await ada.page.getByRole('heading', { name: 'Acme Works', level: 1 }).waitFor()
    await part('Timeline').getByText('Acme Works').waitFor()
    await soon(async () => (await ada.door('GET', `/api/v1/companies/${company}`)).body.name).toBe(
      'Acme Works',
    )
  })

  test('leads to the records that belong to it, all of them in their list', async () => {
    await part('Related')
      .getByRole('link', { name: /Opportunities 6/ })
      .click()
    await ada.page.getByRole('grid').getByText('Deal 5').waitFor()
    await soon(() => ada.page.getByRole('grid').getByText(/^Deal/).count()).toBe(6)
  })

  test('stands beside the list, and goes to the next with a click', async () => {
    await ada.page.goto('/companies')
    await ada.page.getByRole('grid').getByRole('link', { name: 'Acme Works' }).click()
    const panel = ada.page.getByRole('complementary')
    await panel.getByRole('heading', { name: 'Acme Works' }).waitFor()
    expect(new URL(ada.page.url()).searchParams.get('open')).toBe(`companies/${company}`)
    await panel.getByRole('button', { name: 'Next in the list' }).click()
    await panel.getByRole('heading', { name: 'Beta' }).waitFor()
    await ada.page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
  })

  test('is found from anywhere by a few letters', async () => {
    await ada.page.keyboard.press('/')
    await ada.page.getByRole('combobox', { name: 'Search everything' }).fill('acm')
    await ada.page
      .getByRole('option', { name: /Acme Works/ })
      .first()
      .waitFor()
    await ada.page.keyboard.press('Enter')
    await ada.page.waitForURL(`**/companies/${company}`)
  })

  test('offers what can be done with it, by the command menu as well', async () => {
    await ada.page.goto('/opportunities?view=open')
    await ada.page.getByRole('grid').getByRole('link', { name: 'Deal 3' }).click()
    await ada.page.getByRole('complementary').getByRole('heading', { name: 'Deal 3' }).waitFor()
    await ada.page.keyboard.press('Control+k')
    await ada.page.getByRole('combobox', { name: 'Find a command or a record' }).fill('mark as won')
    await ada.page.keyboard.press('Enter')
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Mark as won' }).click()
    await ada.page.getByRole('complementary').getByRole('button', { name: 'Reopen' }).waitFor()
  })
})
