import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aTestedApp, make, soon, type Seat, type TestedApp } from './app.ts'

let it: TestedApp
let ada: Seat

beforeAll(async () => {
  it = await aTestedApp()
  ada = await it.seat('Ada Brandt')
  await make(ada.door, 'companies', [{ name: 'Gonzo GmbH', domain: 'gonzo.example' }])
})
afterAll(() => it.close())
afterEach(() => it.noFaults())

const people = [
  'Vorname;Nachname;E-Mail;Firma;Geburtsdatum',
  'Nils;Holm;nils@gonzo.example;Gonzo GmbH;22.11.1980',
  'Mira;Lund;mira@gonzo.example;GonzoGmbH;03.04.1991',
  'Tom;Beck;tom@gonzo.example;GonzoGmbH;31.12.1975',
  'Eva;Kern;eva at gonzo;Gonzo GmbH;01.02.1988',
  '',
].join('\r\n')

const choose = (name: string, text: string) =>
  ada.page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })
const goesTo = (column: string) => ada.page.getByRole('combobox', { name: `“${column}” goes to` })
const all = async () =>
  (await ada.door('GET', '/api/v1/people?limit=100&sort=family_name')).body.data as Record<string, any>[]

async function send(column: string, field: string): Promise<void> {
  await goesTo(column).click()
  await ada.page.keyboard.type(field)
  await ada.page.getByRole('option', { name: field, exact: true }).click()
}

describe('importing a file', () => {
  test('shows how it was read and where its columns go, before anything is written', async () => {
    await ada.page.goto('/people/import')
    await choose('kontakte.csv', people)
    await ada.page.getByText('4 rows', { exact: true }).waitFor()
    await ada.page.getByText(/separated by semicolon, UTF-8, dates as 22\.11\.2026/).waitFor()
    for (const [column, field] of [
      ['Vorname', 'Given name'],
      ['Nachname', 'Family name'],
      ['E-Mail', 'E-mails'],
      ['Firma', 'Company'],
      ['Geburtsdatum', 'Birthday'],
    ] as const) {
      if ((await goesTo(column).inputValue()) !== field) await send(column, field)
    }
    expect(await all()).toEqual([])
  })

  test('groups what does not fit by cause, and a fix takes all its rows in', async () => {
    await ada.page.getByRole('button', { name: 'Go on' }).click()
    const cause = ada.page.getByText(/“GonzoGmbH” is no company/)
    await cause.getByText('in 2 rows').waitFor()
    await ada.page.getByText(/“eva at gonzo” is not an e-mail address/).waitFor()
    await ada.page.getByRole('combobox', { name: 'What is meant' }).click()
    await ada.page.getByRole('option', { name: 'Gonzo GmbH' }).click()
    await cause.waitFor({ state: 'hidden' })
    await ada.page.getByText('Firma: “GonzoGmbH” → Gonzo GmbH').waitFor()
    await ada.page.getByRole('button', { name: 'Import 3 rows' }).waitFor()
  })

  test('brings the rows in, gives back those that did not fit, and can be undone as a whole', async () => {
    await ada.page.getByRole('button', { name: 'Import 3 rows' }).click()
    await ada.page.getByRole('heading', { name: 'The import is done' }).waitFor()
    expect((await all()).map((one) => [one['family_name'], one['company'].title, one['birthday']])).toEqual([
      ['Beck', 'Gonzo GmbH', '1975-12-31'],
      ['Holm', 'Gonzo GmbH', '1980-11-22'],
      ['Lund', 'Gonzo GmbH', '1991-04-03'],
    ])
    const [download] = await Promise.all([
      ada.page.waitForEvent('download'),
      ada.page.getByText('Download these rows').click(),
    ])
    const rejected = await (await download.createReadStream()).toArray()
    expect(Buffer.concat(rejected).toString('utf8')).toContain('eva at gonzo')

    await ada.page.getByRole('button', { name: 'Undo this import' }).click()
    await ada.page.getByRole('button', { name: /sure\?/ }).click()
    await ada.page.getByRole('heading', { name: 'The import has been undone' }).waitFor()
    await soon(all).toEqual([])
  })

  test('remembers for the next such file where columns go and what was meant', async () => {
    await ada.page.getByRole('button', { name: 'Import another file' }).click()
    await choose('kontakte-2.csv', people.replace('Nils', 'Niels'))
    await soon(() => goesTo('Firma').inputValue()).toBe('Company')
    await ada.page.getByText(/As you decided for the last file/).waitFor()
    await soon(() => ada.page.getByText(/\d+ new/).textContent()).toContain('3 new')
  })

  test('finds by a field those that are there and changes them', async () => {
    await make(ada.door, 'people', [{ given_name: 'N.', family_name: 'Holm', external_id: 'K-1' }])
    await ada.page.goto('/people/import')
    await choose('nummern.csv', 'Nr,First,Last\nK-1,Nils,Holm\nK-2,Ole,Berg\n')
    await ada.page.getByText('2 rows', { exact: true }).waitFor()
    await send('Nr', 'External id')
    await send('First', 'Given name')
    await send('Last', 'Family name')
    await ada.page.getByLabel('People that are there already').selectOption({ label: 'Found by External id' })
    await ada.page.getByText('1 new').waitFor()
    await ada.page.getByText('1 changed').waitFor()
    await ada.page.getByRole('button', { name: 'Go on' }).click()
    await ada.page.getByText('Everything fits.').waitFor()
    await ada.page.getByRole('button', { name: 'Import 2 rows' }).click()
    await ada.page.getByRole('heading', { name: 'The import is done' }).waitFor()
    expect((await all()).map((one) => [one['given_name'], one['family_name']])).toEqual([
      ['Ole', 'Berg'],
      ['Nils', 'Holm'],
    ])
  })
})
