import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aTestedApp, make, soon, type Seat, type TestedApp } from './app.ts'

let it: TestedApp
let ada: Seat

beforeAll(async () => {
  it = await aTestedApp()
  ada = await it.seat('Ada Brandt')
  await make(ada.door, 'companies', [{ name: 'Acme' }])
})
afterAll(() => it.close())
afterEach(() => it.noFaults())

const dialog = () => ada.page.getByRole('dialog')
const all = async (plural: string) =>
  (await ada.door('GET', `/api/v1/${plural}?limit=100`)).body.data as Record<string, any>[]

describe('objects and fields', () => {
  test('a new choice field is tried out before it is made, and stands in the form at once', async () => {
    await ada.page.goto('/settings/objects/company')
    await ada.page.getByRole('button', { name: 'New field' }).click()
    await dialog().getByLabel('Find a kind').fill('one of a list')
    await dialog()
      .getByRole('button', { name: /^Choice/ })
      .click()
    await dialog().getByLabel('Label *').fill('Sales region')
    await dialog().getByRole('button', { name: 'Add a choice' }).click()
    await ada.page.keyboard.type('North')
    await ada.page.keyboard.press('Enter')
    await soon(() =>
      dialog()
        .getByLabel(/^Choice \d/)
        .count(),
    ).toBe(2)
    await dialog().getByLabel('Choice 2').fill('Süd-West')
    await dialog().getByRole('complementary').getByRole('combobox').click()
    await ada.page.getByRole('option', { name: 'Süd-West' }).waitFor()
    await dialog().getByRole('button', { name: 'Add the field' }).click()
    await dialog().waitFor({ state: 'hidden' })
    await ada.page.getByRole('button', { name: 'Sales region' }).waitFor()

    await ada.page.goto('/companies?create=company')
    await dialog().getByLabel('Name').fill('Beta')
    await dialog()
      .getByRole('button', { name: /^All \d+ fields/ })
      .click()
    await dialog().getByLabel('Sales region').click()
    await ada.page.getByRole('option', { name: 'North', exact: true }).click()
    await ada.page.keyboard.press('Control+Enter')
    await dialog().waitFor({ state: 'hidden' })
    expect((await all('companies')).find((one) => one['name'] === 'Beta')).toMatchObject({
      c_sales_region: 'north',
    })
  })

  test('an own object has a list of its own as soon as it is made', async () => {
    await ada.page.goto('/settings/objects')
    await ada.page.getByRole('button', { name: 'New object' }).click()
    await dialog().getByLabel('One of them is called').fill('Machine')
    await dialog().getByRole('button', { name: 'Make the object' }).click()
    await ada.page.getByRole('heading', { name: 'Machines', level: 1 }).waitFor()
    const { body } = await ada.door('GET', '/api/v1/settings/objects')
    const machine = body.data.find((one: { label: string }) => one.label === 'Machine')
    await make(ada.door, machine.plural, [{ name: 'Press 7' }])
    await ada.page.goto(`/${machine.plural}`)
    await ada.page.getByRole('grid').getByText('Press 7').waitFor()
  })

  test('says what would be lost before a field is deleted', async () => {
    await ada.page.goto('/settings/objects/company')
    await ada.page.getByRole('button', { name: 'Sales region' }).click()
    await dialog().getByRole('button', { name: 'Delete …' }).click()
    const question = ada.page.getByRole('dialog', { name: 'Delete “Sales region”?' })
    await question.getByText(/1 record has a value there/).waitFor()
    await question.getByRole('button', { name: 'Delete for good' }).click()
    await question.waitFor({ state: 'hidden' })
    await ada.page.getByRole('button', { name: 'Sales region' }).waitFor({ state: 'hidden' })
    expect((await all('companies'))[0]).not.toHaveProperty('c_sales_region')
  })

  test('what comes with Rapport is shown and not changed', async () => {
    await ada.page.getByRole('button', { name: 'Domain', exact: true }).click()
    await dialog()
      .getByText(/This field comes with Rapport/)
      .waitFor()
    await ada.page.keyboard.press('Escape')
  })
})

describe('people and rights', () => {
  test('a role that hides a field hides it from whoever has the role', async () => {
    await ada.page.goto('/settings/roles')
    await ada.page.getByRole('button', { name: 'New role' }).click()
    await dialog().getByLabel('Name').fill('Interns')
    await ada.page.keyboard.press('Control+Enter')
    await ada.page.getByRole('heading', { name: 'Interns', level: 1 }).waitFor()
    await ada.page.getByLabel('See', { exact: true }).first().selectOption('all')
    const companies = ada.page.getByRole('row', { name: /^Companies/ })
    await companies.getByLabel('Companies: Create').selectOption('none')
    await companies.getByRole('button', { name: /Fields and actions/ }).click()
    await ada.page.getByLabel('Annual revenue').selectOption('hidden')
    await ada.page.getByRole('button', { name: 'Save', exact: true }).click()
    await soon(
      async () => (await all('roles')).find((one) => one['name'] === 'Interns')?.['permissions'],
    ).toMatchObject({
      default: { read: 'all' },
      objects: { company: { create: 'none', fields: { annual_revenue: 'hidden' } } },
    })
  })

  test('somebody is added with a role and gets a link to choose a password', async () => {
    await ada.page.goto('/settings/people')
    await ada.page.getByRole('button', { name: 'Add person' }).click()
    await dialog().getByLabel('Name').fill('Ben Okafor')
    await dialog().getByLabel('E-mail').fill('ben@firm.example')
    await dialog()
      .getByRole('button', { name: /^Add and make/ })
      .click()
    await dialog().getByText('Role is needed.').waitFor()
    await dialog().getByRole('combobox', { name: 'Role' }).click()
    await ada.page.keyboard.type('intern')
    await ada.page.getByRole('option', { name: /^Interns/ }).click()
    await dialog()
      .getByRole('button', { name: /^Add and make/ })
      .click()
    const link = await dialog().getByRole('textbox', { name: 'Link' }).inputValue()
    expect(new URL(link).pathname).toMatch(/^\/invitation\/.{20,}/)
    await dialog().getByRole('button', { name: 'Done' }).click()
    await ada.page.getByRole('button', { name: 'Ben Okafor' }).waitFor()
  })

  test('and is shut out again, which can be undone', async () => {
    await ada.page.getByRole('button', { name: 'Ben Okafor' }).click()
    await dialog().getByRole('button', { name: 'Deactivate' }).click()
    await dialog().waitFor({ state: 'hidden' })
    await ada.page.getByRole('button', { name: 'Ben Okafor' }).waitFor({ state: 'hidden' })
    await ada.page.getByRole('switch', { name: 'Also former ones' }).click()
    await ada.page.getByRole('button', { name: 'Ben Okafor' }).waitFor()
  })

  test('an API key is shown once, works, and stops working when revoked', async () => {
    await ada.page.goto('/settings/keys')
    await ada.page.getByRole('button', { name: 'New key' }).click()
    await dialog().getByLabel('Name').fill('Web shop')
    await dialog().getByRole('combobox', { name: 'Role' }).click()
    await ada.page.getByRole('option', { name: 'Interns' }).click()
    await dialog().getByRole('button', { name: 'Make the key' }).click()
    const key = await dialog().getByLabel('API key').inputValue()
    await dialog().getByRole('button', { name: 'I have copied it' }).click()
    const ask = () => fetch(`${it.address}/api/v1/companies`, { headers: { authorization: `Bearer ${key}` } })
    expect((await ask()).status).toBe(200)
    const row = ada.page.getByRole('row', { name: /Web shop/ })
    await row.getByRole('button', { name: 'Revoke' }).click()
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await row.getByText(/^Revoked/).waitFor()
    expect((await ask()).status).toBe(401)
  })
})

describe('the workspace', () => {
  test('another currency holds at once, for the next amount', async () => {
    await ada.page.goto('/settings/workspace')
    await ada.page.getByRole('combobox', { name: 'Currency' }).click()
    await ada.page.keyboard.type('CHF')
    await ada.page.getByRole('option', { name: /^CHF/ }).click()
    await ada.page.getByRole('button', { name: 'Save' }).click()
    await ada.page.getByText(/holds for everyone/).waitFor()
    await ada.page.goto('/opportunities?create=opportunity')
    await soon(() => dialog().getByLabel('Currency').inputValue()).toBe('CHF')
  })
})

test('who is no administrator finds no settings', async () => {
  const ben = await it.seat('Tom Ruiz', {
    permissions: { default: { read: 'all' } },
    path: '/settings/roles',
  })
  await ben.page.getByText('Settings are kept by administrators').waitFor()
})
