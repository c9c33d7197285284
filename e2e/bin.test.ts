import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aTestedApp, make, soon, type Seat, type TestedApp } from './app.ts'

let it: TestedApp
let ada: Seat
let ids: string[]

beforeAll(async () => {
  it = await aTestedApp()
  ada = await it.seat('Ada Brandt')
  ids = await make(
    ada.door,
    'companies',
    ['Acme', 'Beta', 'Gamma'].map((name) => ({ name })),
  )
})
afterAll(() => it.close())
afterEach(() => it.noFaults())

const line = (name: string) => ada.page.getByRole('listitem').filter({ hasText: name })

describe('the bin', () => {
  test('takes what was deleted, and undo brings it back', async () => {
    await ada.page.goto(`/companies/${ids[0]}`)
    await ada.page.getByRole('button', { name: 'More' }).click()
    await ada.page.getByRole('menuitem', { name: 'Delete' }).click()
    await ada.page.getByText('Acme is in the bin.').waitFor()
    await ada.page.getByRole('button', { name: 'Undo' }).click()
    await soon(async () => (await ada.door('GET', `/api/v1/companies/${ids[0]}`)).status).toBe(200)
  })

  test('gives back what is restored', async () => {
    await ada.door('DELETE', `/api/v1/companies/${ids[1]}`)
    await ada.page.goto('/bin')
    await line('Beta').getByRole('button', { name: 'Restore' }).click()
    await line('Beta').waitFor({ state: 'hidden' })
    expect((await ada.door('GET', `/api/v1/companies/${ids[1]}`)).status).toBe(200)
  })

  test('lets go for good only after asking', async () => {
    await ada.door('DELETE', `/api/v1/companies/${ids[2]}`)
    await ada.page.goto('/bin?object=company')
    await line('Gamma').getByRole('button', { name: 'Delete “Gamma” for good' }).click()
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click()
    await ada.page.getByText('The bin is empty').waitFor()
  })

  test('takes many at once from a list', async () => {
    await ada.page.goto('/companies')
    await ada.page.getByRole('checkbox', { name: 'Choose all loaded rows' }).click()
    await ada.page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click()
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await ada.page.getByText('No companies yet').waitFor()
  })
})
