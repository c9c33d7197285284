import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aTestedApp, make, soon, type Seat, type TestedApp } from './app.ts'

let it: TestedApp
let ada: Seat

beforeAll(async () => {
  it = await aTestedApp()
  ada = await it.seat('Ada Brandt')
  const [acme] = await make(ada.door, 'companies', [
    { name: 'Acme Tools', domain: 'acme.example', industry: 'software' },
    { name: 'Beta Foods' },
  ])
  await make(ada.door, 'people', [
    { given_name: 'Nils', family_name: 'Holm', emails: ['nils@acme.example'], company: acme },
  ])
})
afterAll(() => it.close())
afterEach(() => it.noFaults())

const dialog = () => ada.page.getByRole('dialog')
const keys = {
  press: (key: string) => ada.page.keyboard.press(key),
  type: (text: string) => ada.page.keyboard.type(text),
}
const all = async (plural: string) =>
  (await ada.door('GET', `/api/v1/${plural}?limit=100`)).body.data as Record<string, any>[]

async function open(object: string, plural: string): Promise<void> {
  await ada.page.goto(`/${plural}?create=${object}`)
  await dialog().getByRole('textbox').first().waitFor()
}

describe('a new record', () => {
  test('is made by keyboard alone: names, a reference found by typing, money, a date in words, Ctrl+Enter', async () => {
    await open('opportunity', 'opportunities')
    await keys.type('Second deal')
    await keys.press('Tab')
    await keys.type('acme')
    await ada.page.getByRole('option', { name: /Acme Tools/ }).waitFor()
    await keys.press('Enter')
    await dialog().getByLabel('Amount').focus()
    await keys.type('15k')
    await dialog().getByLabel('Expected close').focus()
    await keys.type('24.12.2027')
    await keys.press('Control+Enter')
    await dialog().waitFor({ state: 'hidden' })
    const made = (await all('opportunities')).find((one) => one['name'] === 'Second deal')
    expect(made).toMatchObject({
      company: { title: 'Acme Tools' },
      amount: { amount: 15_000, currency: 'EUR' },
      close_on: '2027-12-24',
    })
  })

  test('says what is missing beside the field and keeps what was typed', async () => {
    await open('company', 'companies')
    await dialog()
      .getByRole('button', { name: /^All \d+ fields/ })
      .click()
    await dialog().getByLabel('Website').fill('not an address')
    await keys.press('Control+Enter')
    await dialog().getByText('Name is needed.').waitFor()
    await dialog()
      .getByText(/is not a web address/)
      .waitFor()
    expect(await dialog().getByLabel('Website').inputValue()).toBe('not an address')
    await keys.press('Escape')
  })

  test('finds no such company and makes it on the spot, in a form above the form', async () => {
    await open('person', 'people')
    await dialog().getByLabel('Given name').fill('Mira')
    await dialog().getByLabel('Family name').fill('Lund')
    await dialog().getByLabel('Company').click()
    await keys.type('Gamma Works')
    await ada.page.getByRole('option', { name: 'Create “Gamma Works”' }).click()
    const above = ada.page.getByRole('dialog', { name: 'New company' })
    await soon(() => above.getByLabel('Name', { exact: false }).first().inputValue()).toBe('Gamma Works')
    await keys.press('Control+Enter')
    await above.waitFor({ state: 'hidden' })
    await soon(() => dialog().getByLabel('Company').inputValue()).toBe('Gamma Works')
    await dialog().getByLabel('Given name').focus()
    await keys.press('Control+Enter')
    await dialog().waitFor({ state: 'hidden' })
    const made = (await all('people')).find((one) => one['family_name'] === 'Lund')
    expect(made).toMatchObject({ company: { title: 'Gamma Works' } })
  })

  test('shows while typing who is there already, with a link, and can be created all the same', async () => {
    await open('person', 'people')
    await dialog().getByLabel('Family name').fill('Holm')
    await dialog().getByLabel('E-mails 1').fill('nils@acme.example')
    await dialog()
      .getByRole('link', { name: /Nils Holm/ })
      .waitFor()
    await dialog().getByRole('button', { name: 'Create anyway' }).click()
    await dialog().waitFor({ state: 'hidden' })
    expect((await all('people')).filter((one) => one['family_name'] === 'Holm')).toHaveLength(2)
  })

  test('keeps everything when the connection is lost, and is saved when it is back', async () => {
    await open('company', 'companies')
    await dialog().getByLabel('Name').fill('Delta Boats')
    await ada.page.context().setOffline(true)
    await dialog().getByRole('button', { name: 'Create company' }).click()
    await dialog()
      .getByText(/cannot be reached/)
      .waitFor()
    expect(await dialog().getByLabel('Name').inputValue()).toBe('Delta Boats')
    await ada.page.context().setOffline(false)
    await dialog().getByRole('button', { name: 'Create company' }).click()
    await dialog().waitFor({ state: 'hidden' })
    expect((await all('companies')).some((one) => one['name'] === 'Delta Boats')).toBe(true)
  })

  test('asks for a reason only where one is called for', async () => {
    await open('opportunity', 'opportunities')
    await dialog()
      .getByRole('button', { name: /^All \d+ fields/ })
      .click()
    expect(await dialog().getByLabel('Loss reason').count()).toBe(0)
    await dialog().getByLabel('Stage').click()
    await keys.type('lost')
    await ada.page.getByRole('option', { name: /^Lost/ }).click()
    await dialog().getByLabel('Loss reason').waitFor()
    await keys.press('Escape')
  })
})

describe('a record that somebody else changed meanwhile', () => {
  test('is shown field by field, theirs and mine, and nothing that was typed is lost', async () => {
    const [id] = await make(ada.door, 'teams', [{ name: 'North', description: 'Kiel' }])
    await ada.page.goto('/settings/teams')
    await ada.page.getByRole('button', { name: 'North', exact: true }).click()
    await dialog()
      .getByRole('button', { name: /^All \d+ fields/ })
      .click()
    await dialog().getByLabel('Name').fill('Far North')
    await dialog().getByLabel('Description').fill('Flensburg')
    await ada.door('PATCH', `/api/v1/teams/${id}`, { body: { description: 'Rostock' } })
    await keys.press('Control+Enter')
    await dialog()
      .getByText(/changed this record while you were writing/)
      .waitFor()
    await dialog()
      .getByRole('row', { name: /^Description/ })
      .getByRole('radio', { name: 'Rostock' })
      .check()
    await dialog().getByRole('button', { name: 'Go on with these' }).click()
    await keys.press('Control+Enter')
    await dialog().waitFor({ state: 'hidden' })
    expect((await ada.door('GET', `/api/v1/teams/${id}`)).body).toMatchObject({
      name: 'Far North',
      description: 'Rostock',
    })
  })
})

describe('records that are the same', () => {
  test('become one with the values that are chosen, lists joined, and can be separated again', async () => {
    await make(ada.door, 'people', [
      { given_name: 'Ute', family_name: 'Abel', job_title: 'Buyer', emails: ['ute@one.example'] },
      {
        given_name: 'Ute',
        family_name: 'Abel',
        job_title: 'Head of purchasing',
        emails: ['ute@two.example'],
      },
    ])
    await ada.page.goto('/people?q=Abel')
    const rows = ada.page.getByRole('row', { name: /Ute Abel/ })
    await rows.nth(1).waitFor()
    await rows.nth(0).locator('[data-check]').click()
    await rows.nth(1).locator('[data-check]').click()
    await ada.page.getByRole('button', { name: 'Merge' }).click()
    await dialog()
      .getByRole('row', { name: /^Job title/ })
      .getByRole('radio', { name: 'Head of purchasing' })
      .check()
    await dialog().getByRole('button', { name: 'Merge into one' }).click()
    await dialog().waitFor({ state: 'hidden' })
    const abel = async () => (await all('people')).filter((one) => one['family_name'] === 'Abel')
    await soon(async () =>
      (await abel()).map((one) => [
        one['job_title'],
        one['emails'].map((email: { value: string }) => email.value).toSorted(),
      ]),
    ).toEqual([['Head of purchasing', ['ute@one.example', 'ute@two.example']]])
    await ada.page.getByRole('button', { name: 'Undo' }).click()
    await soon(async () => (await abel()).length).toBe(2)
  })
})
