import { Readable } from 'node:stream'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonObject } from '#platform/objects/json.ts'
import { jobProgress } from '../jobs/job-progress.ts'
import { runReport } from '../reports/run-report.ts'
import { aTestApp, type TestApp } from '../testing/test-app.ts'
import { guessDialect } from './guess-dialect.ts'
import { keepFile, rejectedPath } from './import-files.ts'
import type { ImportProgress } from './import-job.ts'
import { previewOf, startImport, type PreviewAnswer } from './start-import.ts'

let t: TestApp

beforeAll(async () => {
  t = await aTestApp()
  for (const [name, kind] of [
    ['Open', 'open'],
    ['Won', 'won'],
  ] as const) {
    await t.perform(t.system, 'stage', 'create', {
      values: { name, kind, probability: kind === 'won' ? 1 : 0.3 },
    })
  }
})
afterAll(() => t.close())

const asked = async (object: string, content: string | Buffer, given: JsonObject) => ({
  app: t.app,
  workspace: t.workspace,
  actor: t.system,
  object: t.workspace.model.object(object),
  file: await keepFile(t.app, t.workspace, Readable.from([Buffer.from(content)])),
  given,
})
const preview = async (
  object: string,
  content: string | Buffer,
  given: JsonObject = {},
): Promise<PreviewAnswer> => previewOf(await asked(object, content, given))

async function run(
  object: string,
  content: string | Buffer,
  given: JsonObject,
): Promise<ImportProgress & { change: string; job: string }> {
  const { job, change } = await startImport(await asked(object, content, given))
  for (let tries = 0; tries < 400; tries++) {
    const { state, result } = await jobProgress(t.as(t.system), job)
    if (state === 'done') return { ...(result as unknown as ImportProgress), change, job }
    if (state === 'failed') throw new Error(JSON.stringify(result))
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('The import did not end.')
}

test('the dialect of usual files is guessed', () => {
  const guess = (text: string, encoding: BufferEncoding = 'utf8') =>
    guessDialect(Buffer.from(text, encoding), true)
  expect(guess('name,founded\nA,3/14/2016\nB,4/2/2016\n')).toMatchObject({
    delimiter: ',',
    dates: 'mdy',
    header: true,
  })
  expect(guess('Name;Betrag\nMüller;1.250,50\nKöln;3,20\n')).toMatchObject({
    delimiter: ';',
    decimal: ',',
    encoding: 'utf-8',
  })
  expect(guess('Name;Ort\nMüller;Köln\n', 'latin1')).toMatchObject({ encoding: 'windows-1252' })
  expect(guess('a\tb\n1\t14.3.2016\n')).toMatchObject({ delimiter: '\t', dates: 'dmy' })
  expect(guess('\uFEFFa|b\nx|y\n', 'utf16le')).toMatchObject({ delimiter: '|', encoding: 'utf-16le' })
  expect(guess('{"name":"A"}\n{"name":"B"}\n')).toMatchObject({ format: 'ndjson' })
  expect(guess("'a','b;c'\n'1','2'\n'3','4'\n")).toMatchObject({ quote: "'", delimiter: ',' })
})

test('the preview groups one cause into one problem, offers what may be meant, and writes nothing', async () => {
  await t.perform(t.system, 'company', 'create', { values: { name: 'GTX Works' } })
  const rows = Array.from(
    { length: 30 },
    (_, n) => `Deal ${n},${n % 3 === 0 ? 'GTXWorks' : 'GTX Works'},Open,${n}/1/2020`,
  )
  const answer = await preview('deal', `name,company,stage,close_on\n${rows.join('\n')}\n`)
  expect(answer.columns.map(({ field }) => field)).toEqual(['name', 'company', 'stage', 'close_on'])
  const unmatched = answer.problems.find(({ kind }) => kind === 'unmatched')!
  expect(unmatched).toMatchObject({ column: 'company', value: 'GTXWorks', rows: 10 })
  expect(unmatched.choices[0]).toMatchObject({ title: 'GTX Works' })
  expect(answer.problems.filter(({ column }) => column === 'close_on').length).toBeGreaterThan(0)
  expect(await t.as(t.system).find('deal', {})).toEqual([])
})

test('a fix holds for all rows of its cause; a second run by key matches all and changes nothing', async () => {
  const rows = Array.from(
    { length: 2500 },
    (_, n) => `D-${n},Deal ${n},${n % 2 === 0 ? 'GTXWorks' : ''},${n % 5 === 0 ? 'Won' : 'Open'},${n + 0.5}`,
  )
  const file = `id,name,account,stage,amount\n${rows.join('\n')}\n`
  const plan = {
    mapping: { id: 'code', name: 'name', account: 'company', stage: 'stage', amount: 'amount' },
    fixes: { account: { GTXWorks: 'GTX Works' } },
    key: 'code',
  }
  expect((await preview('deal', file, plan)).counts).toMatchObject({ create: 2500, reject: 0 })
  const first = await run('deal', file, plan)
  expect(first).toMatchObject({ read: 2500, created: 2500, rejected: 0 })
  const report = JSON.parse(
    await runReport(t.as(t.system), {
      object: 'deal',
      group: [{ field: 'stage' }],
      measures: [{ fn: 'count' }, { fn: 'sum', field: 'amount' }],
    }),
  )
  expect(report.totals).toEqual([2500, 3_125_000])
  expect(await run('deal', file, plan)).toMatchObject({ created: 0, changed: 0, unchanged: 2500 })
  const { change, created } = await run('deal', file.replace('Deal 7,', 'Deal seven,'), plan)
  expect(created).toBe(0)
  await t.perform(t.system, '', 'undo', { change })
  expect(await t.as(t.system).find('deal', { code: 'D-7' })).toEqual([
    expect.objectContaining({ name: 'Deal 7' }),
  ])
  await t.perform(t.system, '', 'undo', { change: first.change })
  expect(await t.as(t.system).find('deal', {})).toEqual([])
})

test('rows that cannot be taken are left out with their reason, in a file that can be mended and sent again', async () => {
  const file =
    'Name;Mitarbeiter;Elternfirma\nMüller AG;12;\nKöln GmbH;viele;Müller AG\n;3;\nTochter KG;3;Zuletzt SE\nZuletzt SE;9;\n'
  const plan = { mapping: { Name: 'name', Mitarbeiter: 'employees', Elternfirma: 'parent' } }
  const done = await run('company', Buffer.from(file, 'latin1'), plan)
  expect(done).toMatchObject({ created: 3, rejected: 2 })
  const rejected = await readFile(rejectedPath(t.app, t.workspace, done.job), 'utf8')
  expect(rejected.split('\n')[0]).toContain('Problem')
  expect(rejected).toContain('Köln GmbH')
  // The parent stands further down in the file.
  expect(await t.as(t.system).find('company', { name: 'Tochter KG' }, { fields: ['parent'] })).toEqual([
    expect.objectContaining({ parent: expect.objectContaining({ title: 'Zuletzt SE' }) }),
  ])
})

test('a new row that is certainly there already is refused, in the database and within the file', async () => {
  await t.perform(t.system, 'person', 'create', { values: { name: 'Ada', emails: ['ada@example.com'] } })
  const file = 'name,emails\nAda L.,ADA@example.com\nBo,bo@example.com\nBo again,bo@example.com\n'
  const mapping = { name: 'name', emails: 'emails' }
  expect((await preview('person', file, { mapping })).counts).toMatchObject({ create: 1, reject: 2 })
  expect(await run('person', file, { mapping })).toMatchObject({ created: 1, rejected: 2 })
})

test('NDJSON as exported comes in again', async () => {
  const file = `${JSON.stringify({ name: 'From JSON', employees: 4, parent: { id: 'x', title: 'y' } })}\n`
  const done = await run('company', file, { mapping: { name: 'name', employees: 'employees' } })
  expect(done.created).toBe(1)
})
