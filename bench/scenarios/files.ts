import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { to as copyTo } from 'pg-copy-streams'
import { importJob } from '#platform/server/import/import-job.ts'
import { keepFile } from '#platform/server/import/import-files.ts'
import { startImport } from '#platform/server/import/start-import.ts'
import { systemActor } from '#platform/server/actions/context-for.ts'
import { exportRecords } from '#platform/server/records/export-records.ts'
import type { Job } from '#platform/server/jobs/job.ts'
import { copy } from '../firm.ts'
import { rate, type Figure } from '../figure.ts'
import type { Installation } from '../installation.ts'
import { people } from '../people.ts'

/** A CSV of people with validation, duplicate check and log, against COPY of the same rows into the same table. */
export async function importPeople(place: Installation, rows: number): Promise<Figure> {
  const { app, workspace } = place
  const table = `"${workspace.schema}"."person"`
  const bare = performance.now()
  await copy(app, `copy ${table} (id, given_name, family_name, emails, phones) from stdin`, function* () {
    for (const one of people(rows, 1, 77)) {
      yield [
        crypto.randomUUID(),
        one.given_name,
        one.family_name,
        entries(one.email?.replace('@', '@copy.')),
        entries(one.phone?.replace('+4930', '+4931')),
      ]
    }
  })
  const floor = rows / ((performance.now() - bare) / 1000)
  function* lines(): Generator<string> {
    yield 'Given name,Family name,E-mail,Phone\n'
    for (const one of people(rows, 1, 77))
      yield `${one.given_name},${one.family_name},${one.email?.replace('@', '@csv.') ?? ''},${one.phone?.replace('+4930', '+4940') ?? ''}\n`
  }
  const file = await keepFile(app, workspace, Readable.from(lines()))
  const actor = systemActor(workspace)
  const given = {
    mapping: {
      'Given name': 'given_name',
      'Family name': 'family_name',
      'E-mail': 'emails',
      Phone: 'phones',
    },
  }
  const { job } = await startImport(
    { app, workspace, actor, object: workspace.model.object('person'), file, given },
    { here: true },
  )
  const { rows: found } =
    await sql<Job>`select id, kind, state, progress, input, result from rapport.job where id = ${job}::uuid`.execute(
      app.db,
    )
  let most = process.memoryUsage().rss
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 100)
  const start = performance.now()
  const done = (await importJob.run({ app, workspace, actor, job: found[0]! })) as { created: number }
  clearInterval(watch)
  const ours = rows / ((performance.now() - start) / 1000)
  if (done.created !== rows) throw new Error(`${done.created} of ${rows} rows came in.`)
  return rate('import CSV', ours, floor, 'rows per second', '≥ 0.35', {
    note: `${rows} rows; memory at most ${Math.round(most / 1e6)} MB`,
  })
}

const entries = (value: string | undefined): string | null =>
  value === undefined ? null : JSON.stringify([{ value, primary: true }])

/** All people as CSV and NDJSON, against COPY TO of the same columns. */
export async function exportPeople(place: Installation): Promise<Figure[]> {
  const { app, workspace } = place
  const fields = ['given_name', 'family_name', 'emails', 'phones', 'created_at']
  const file = join(place.folder, 'export')
  const { rows } = await app.pool.query<{ n: number }>(
    `select count(*)::int as n from "${workspace.schema}"."person" where deleted_at is null`,
  )
  const count = rows[0]!.n
  const timed = async (source: () => Promise<Readable>): Promise<number> => {
    const start = performance.now()
    await pipeline(await source(), createWriteStream(file))
    return count / ((performance.now() - start) / 1000)
  }
  const bare = async (): Promise<number> => {
    const client = await app.pool.connect()
    try {
      return await timed(
        async () =>
          client.query(
            copyTo(
              `copy (select ${fields.join()} from "${workspace.schema}"."person" where deleted_at is null order by id) to stdout (format csv)`,
            ),
          ) as unknown as Readable,
      )
    } finally {
      client.release()
    }
  }
  const system = { ...place.context(), actor: systemActor(workspace) }
  const figures: Figure[] = []
  for (const format of ['csv', 'ndjson'] as const) {
    const floor = await bare()
    const ours = await timed(() => exportRecords(system, 'person', { format, fields }))
    figures.push(rate(`export ${format}`, ours, floor, 'rows per second', '≥ 0.6', { note: `${count} rows` }))
  }
  await rm(file, { force: true })
  return figures
}
