import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aTestedApp, make, soon, stages, type Seat, type TestedApp } from './app.ts'

let it: TestedApp
let ada: Seat

beforeAll(async () => {
  it = await aTestedApp()
  ada = await it.seat('Ada Brandt')
  const stage = await stages(ada.door)
  const companies = await make(
    ada.door,
    'companies',
    [...Array(40).keys()].map((n) => ({
      name: `Firm ${String(n).padStart(2, '0')}`,
      industry: n % 2 === 0 ? 'software' : 'health',
    })),
  )
  await make(
    ada.door,
    'opportunities',
    [...Array(320).keys()].map((n) => ({
      name: `Deal ${String(n).padStart(3, '0')}`,
      company: companies[n % 40]!,
      stage: stage['Proposal'],
      amount: { amount: 100 + n, currency: 'EUR' },
      close_on: `2027-01-${String(1 + (n % 28)).padStart(2, '0')}`,
    })),
  )
})
afterAll(() => it.close())
afterEach(() => it.noFaults())

const grid = () => ada.page.getByRole('grid')
const cell = (row: string, field: string) =>
  grid().getByRole('row').filter({ hasText: row }).locator(`[data-field="${field}"]`)

describe('a list', () => {
  test('shows its records with count and total, and goes on when it is scrolled', async () => {
    await ada.page.goto('/opportunities?view=all&sort=name')
    await grid().getByText('Deal 000').waitFor()
    await ada.page.getByText('320', { exact: true }).waitFor()
    await ada.page.getByText('€83,040').waitFor()
    await grid().focus()
    await ada.page.keyboard.press('Control+End')
    for (let step = 0; step < 8; step++) {
      await ada.page.keyboard.press('Control+ArrowDown')
      await ada.page.waitForTimeout(200)
    }
    await grid().getByText('Deal 319').waitFor()
  })

  test('sorts by a click on a column, and by a second with Shift; the address keeps it', async () => {
    await ada.page.goto('/opportunities?view=all')
    await grid().getByRole('button', { name: 'Amount' }).first().click()
    await grid().getByRole('button', { name: 'Amount' }).first().click()
    await soon(() => grid().getByRole('row').nth(1).textContent()).toContain('Deal 319')
    await grid()
      .getByRole('button', { name: 'Name' })
      .first()
      .click({ modifiers: ['Shift'] })
    await soon(() => new URL(ada.page.url()).searchParams.get('sort')).toBe('-amount,name')
  })

  test('finds by words as they are typed', async () => {
    await ada.page.goto('/opportunities?view=all')
    await ada.page.getByRole('textbox', { name: 'Find in this list' }).fill('deal 04')
    await soon(() => grid().getByRole('row').count()).toBe(11)
  })

  test('is narrowed by a chip on a field of a linked record', async () => {
    await ada.page.goto('/opportunities?view=all')
    await ada.page.getByRole('button', { name: 'Filter', exact: true }).click()
    await ada.page.getByRole('textbox', { name: 'Find a field' }).fill('company industry')
    await ada.page.keyboard.press('Enter')
    await ada.page.getByRole('checkbox', { name: 'Health' }).check()
    await ada.page.getByRole('button', { name: 'Apply' }).click()
    await ada.page.getByText('160', { exact: true }).waitFor()
    expect(JSON.parse(new URL(ada.page.url()).searchParams.get('where')!)).toEqual({
      company: { industry: ['health'] },
    })
    await ada.page.getByRole('button', { name: 'Remove the filter on Company › Industry' }).click()
    await ada.page.getByText('320', { exact: true }).waitFor()
  })

  test('is edited in place by the keyboard, and the change is taken back with Ctrl+Z', async () => {
    await ada.page.goto('/opportunities?view=all&sort=name')
    await cell('Deal 001', 'amount').click()
    await ada.page.keyboard.press('Enter')
    await ada.page.keyboard.type('4321')
    await ada.page.keyboard.press('Enter')
    await cell('Deal 001', 'amount').getByText('€4,321').waitFor()
    const amount = async () =>
      (await ada.door('GET', '/api/v1/opportunities?name=Deal%20001')).body.data[0].amount.amount
    await soon(amount).toBe(4321)
    await ada.page.keyboard.press('Control+z')
    await cell('Deal 001', 'amount').getByText('€101').waitFor()
    expect(await amount()).toBe(101)
  })

  test('leaves a cell with Escape and changes nothing', async () => {
    await ada.page.goto('/opportunities?view=all&sort=name')
    await cell('Deal 002', 'name').click({ position: { x: 200, y: 10 } })
    await ada.page.keyboard.press('Enter')
    await ada.page.keyboard.type('Something else')
    await ada.page.keyboard.press('Escape')
    await cell('Deal 002', 'name').getByText('Deal 002').waitFor()
    expect((await ada.door('GET', '/api/v1/opportunities?name=Something%20else')).body.page.count).toBe(0)
  })

  test('says beside the cell what the server does not take', async () => {
    await ada.page.goto('/opportunities?view=all&sort=name')
    await cell('Deal 003', 'amount').click()
    await ada.page.keyboard.press('Enter')
    await ada.page.keyboard.type('-5')
    await ada.page.keyboard.press('Enter')
    await cell('Deal 003', 'amount').getByRole('alert').waitFor()
    await ada.page.keyboard.press('Escape')
    await cell('Deal 003', 'amount').getByText('€103').waitFor()
  })

  test('is kept as a view and found again', async () => {
    await ada.page.goto('/opportunities?view=all&sort=-amount')
    await ada.page.getByRole('button', { name: 'Save as view' }).click()
    await ada.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Biggest')
    await ada.page.getByRole('button', { name: 'Save', exact: true }).click()
    await ada.page.getByRole('button', { name: 'View: Biggest' }).waitFor()
    await ada.page.reload()
    await soon(() => grid().getByRole('row').nth(1).textContent()).toContain('Deal 319')
  })

  test('changes many records at once, all that fit the filter', async () => {
    await ada.page.goto('/opportunities?view=all&sort=name')
    await grid().getByRole('checkbox', { name: 'Choose all loaded rows' }).click()
    await ada.page.getByRole('button', { name: 'Choose all 320' }).click()
    await ada.page.getByText('320 chosen').waitFor()
    await ada.page.getByRole('toolbar').getByRole('button', { name: 'Edit' }).click()
    const dialog = ada.page.getByRole('dialog')
    await dialog.getByLabel('Field', { exact: true }).fill('next step')
    await ada.page.getByRole('option', { name: 'Next step' }).click()
    await dialog.getByLabel('Next step').fill('Call them')
    await dialog.getByRole('button', { name: /^Change 320/ }).click()
    const done = async () =>
      (await ada.door('GET', '/api/v1/opportunities?next_step=Call%20them&limit=1')).body.page.count
    await soon(done).toBe(320)
  })

  test('says what belongs where nothing is', async () => {
    await ada.page.goto('/competitors')
    await ada.page.getByText('No competitors yet').waitFor()
    await ada.page.goto('/opportunities?view=all&q=nonesuch')
    await ada.page.getByText('No opportunities fit').waitFor()
  })
})
