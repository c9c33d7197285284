import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aTestedApp, make, soon, stages, type Seat, type TestedApp } from './app.ts'

let it: TestedApp
let ada: Seat
let bert: Seat
let deals: string[]
let stage: Readonly<Record<string, string>>

beforeAll(async () => {
  it = await aTestedApp()
  ada = await it.seat('Ada Brandt')
  bert = await it.seat('Bert Lang', { path: '/opportunities' })
  stage = await stages(ada.door)
  deals = await make(
    ada.door,
    'opportunities',
    ['Wind park', 'Solar roof'].map((name) => ({
      name,
      stage: stage['Qualification'],
      amount: { amount: 1000, currency: 'EUR' },
      close_on: '2027-01-15',
    })),
  )
})
afterAll(() => it.close())
afterEach(() => it.noFaults())

const row = (seat: Seat, name: string) => seat.page.getByRole('row').filter({ hasText: name })

describe('what another person does', () => {
  test('moves on an open list within a second', async () => {
    await ada.page.goto('/opportunities?view=all')
    await row(ada, 'Wind park').waitFor()
    const began = performance.now()
    await bert.door('PATCH', `/api/v1/opportunities/${deals[0]}`, {
      body: { amount: { amount: 7777, currency: 'EUR' } },
    })
    await row(ada, 'Wind park').getByText('€7,777').waitFor()
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test('does not take the focus from who is typing', async () => {
    await row(ada, 'Solar roof').locator('[data-field="amount"]').click()
    await ada.page.keyboard.press('Enter')
    await ada.page.keyboard.type('42')
    await bert.door('PATCH', `/api/v1/opportunities/${deals[0]}`, {
      body: { amount: { amount: 8888, currency: 'EUR' } },
    })
    await row(ada, 'Wind park').getByText('€8,888').waitFor()
    await ada.page.keyboard.type('00')
    await ada.page.keyboard.press('Enter')
    await row(ada, 'Solar roof').getByText('€4,200').waitFor()
  })

  test('moves a card on an open board, and brings new ones', async () => {
    await bert.page.goto('/opportunities')
    await bert.page
      .getByRole('listitem', { name: 'Qualification', exact: true })
      .getByText('Wind park')
      .waitFor()
    await ada.door('PATCH', `/api/v1/opportunities/${deals[0]}`, { body: { stage: stage['Proposal'] } })
    await bert.page.getByRole('listitem', { name: 'Proposal', exact: true }).getByText('Wind park').waitFor()
    await make(ada.door, 'opportunities', [{ name: 'Heat pump', stage: stage['Negotiation'] }])
    await bert.page
      .getByRole('listitem', { name: 'Negotiation', exact: true })
      .getByText('Heat pump')
      .waitFor()
  })

  test('is told when it takes away the record that somebody looks at', async () => {
    await ada.page.goto(`/opportunities/${deals[1]}`)
    await ada.page.getByRole('heading', { name: 'Solar roof' }).waitFor()
    await bert.door('DELETE', `/api/v1/opportunities/${deals[1]}`)
    await ada.page.getByText('This opportunity is in the bin').waitFor()
  })

  test('is not overwritten: who comes later with the same value is told', async () => {
    await ada.page.goto('/opportunities?view=all')
    await ada.page.route('**/api/v1/events', (route) => route.abort())
    await ada.page.reload()
    await row(ada, 'Wind park').locator('[data-field="amount"]').click()
    await bert.door('PATCH', `/api/v1/opportunities/${deals[0]}`, {
      body: { amount: { amount: 1, currency: 'EUR' } },
    })
    await ada.page.keyboard.press('Enter')
    await ada.page.keyboard.type('2')
    await ada.page.keyboard.press('Enter')
    await row(ada, 'Wind park').getByRole('alert').getByText('Somebody else').waitFor()
    await soon(
      async () => (await bert.door('GET', `/api/v1/opportunities/${deals[0]}`)).body.amount.amount,
    ).toBe(1)
  })
})
