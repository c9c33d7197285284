import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aTestedApp, make, soon, stages, type Seat, type TestedApp } from './app.ts'

let it: TestedApp
let ada: Seat
let deal: string

beforeAll(async () => {
  it = await aTestedApp()
  ada = await it.seat('Ada Brandt')
  const stage = await stages(ada.door)
  const values = {
    stage: stage['Qualification'],
    amount: { amount: 1000, currency: 'EUR' },
    close_on: '2027-01-15',
  }
  const [first] = await make(ada.door, 'opportunities', [
    { ...values, name: 'Wind park' },
    { ...values, name: 'Solar roof' },
    { ...values, name: 'Heat pump', close_on: null },
  ])
  deal = first!
})
afterAll(() => it.close())
afterEach(() => it.noFaults())

const column = (name: string) => ada.page.getByRole('listitem', { name, exact: true })
const card = (name: string) => ada.page.getByRole('article').filter({ hasText: name })
const stageOf = async (id: string) =>
  (await ada.door('GET', `/api/v1/opportunities/${id}?fields=stage`)).body.stage.title

describe('a board', () => {
  test('has a column for every stage, with how many and how much', async () => {
    await ada.page.goto('/opportunities')
    await column('Qualification').getByText('Wind park').waitFor()
    expect(await column('Qualification').locator('header').textContent()).toMatch(/3.*€/)
    await column('Negotiation').getByText('Nothing here').waitFor()
  })

  test('moves a card where it is dropped, at once, and back by undo', async () => {
    await card('Wind park').dragTo(column('Proposal'))
    await column('Proposal').getByText('Wind park').waitFor()
    await soon(() => stageOf(deal)).toBe('Proposal')
    await ada.page.getByRole('button', { name: 'Undo' }).first().click()
    await column('Qualification').getByText('Wind park').waitFor()
    expect(await stageOf(deal)).toBe('Qualification')
  })

  test('moves a card by the keyboard', async () => {
    const menu = card('Solar roof').getByRole('button', { name: 'Move Solar roof' })
    await menu.focus()
    await ada.page.keyboard.press('Enter')
    await ada.page.getByRole('menuitem', { name: 'Negotiation' }).press('Enter')
    await column('Negotiation').getByText('Solar roof').waitFor()
  })

  test('asks for what the next column needs, and goes on when it has it', async () => {
    await card('Heat pump').getByRole('button', { name: 'Move Heat pump' }).click()
    await ada.page.getByRole('menuitem', { name: 'Proposal' }).click()
    const dialog = ada.page.getByRole('dialog', { name: 'Move to Proposal' })
    await dialog.getByLabel('Expected close').fill('tomorrow')
    await dialog.getByRole('button', { name: 'Move' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await column('Proposal').getByText('Heat pump').waitFor()
  })
})
