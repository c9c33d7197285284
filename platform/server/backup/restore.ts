import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import type pg from 'pg'
import { StartError } from '../database/start-error.ts'
import { somebodyWorks } from '../jobs/run-jobs.ts'
import { upgrade, type Code } from '../schema/bring-up-to-date.ts'
import { applyMigrations } from '../schema/migrate.ts'
import { migrations } from '../schema/migrations/all.ts'
import { putBack } from './file-copies.ts'
import { loadOrder } from './load-order.ts'
import { readManifest, type Manifest, type SavedFile } from './manifest.ts'
import { oneClient } from './one-client.ts'
import { restoreWorkspace } from './restore-workspace.ts'
import { loadRows, plainTexts } from './table-rows.ts'

export interface RestoreOptions {
  /** An empty database. */
  readonly url: string
  readonly code: Code
  readonly files: string
  readonly secrets: string
  /** Folder of the back-up. */
  readonly source: string
}

/**
 * Makes an installation from a back-up in an empty database, whole or not at all, and brings it up to this version.
 * Nobody is signed in afterwards; passwords and keys are those of the back-up.
 *
 * @throws StartError when there is data already, when a server works there, when the back-up is damaged or too new
 */
export async function restore({ url, code, files, secrets, source }: RestoreOptions): Promise<Manifest> {
  const manifest = await readManifest(source)
  const list = await readFileList(source, manifest)
  const { db, client, end } = await oneClient(url)
  try {
    await client.query(plainTexts)
    await demandEmpty(db, manifest)
    await db.transaction().execute(async (trx) => {
      await restoreDatabase(trx, client, manifest, source, code)
      // Before the commit, so that no record is without its file. Without records the files harm nobody.
      for (const file of list) await restoreFile(file, source, files, secrets)
    })
    await client.query('analyze')
    return manifest
  } finally {
    await end()
  }
}

async function readFileList(source: string, { files }: Manifest): Promise<SavedFile[]> {
  const text = await readFile(join(source, 'files.ndjson'), 'utf8').catch(() => '')
  const isWhole = createHash('sha256').update(text).digest('hex') === files.sha256
  if (!isWhole) throw new StartError('The back-up is damaged: files.ndjson is not what was saved.')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SavedFile)
}

async function demandEmpty(db: Kysely<any>, manifest: Manifest): Promise<void> {
  if (await somebodyWorks(db)) throw new StartError('A server works on this database: stop it first.')
  const { rows } = await sql<{
    there: boolean
    schemas: string[]
  }>`select to_regclass('rapport.workspace') is not null as there,
    array(select nspname::text from pg_catalog.pg_namespace where nspname = any(${manifest.workspaces.map((one) => one.schema)})) as schemas`.execute(
    db,
  )
  const { there, schemas } = rows[0]!
  const used = there
    ? await sql`select from rapport.workspace union all select from rapport.account limit 1`.execute(db)
    : undefined
  if (schemas.length === 0 && (used === undefined || used.rows.length === 0)) return
  throw new StartError(
    'There is data here already. Restore into an empty folder (RAPPORT_DATA) or database (DATABASE_URL); nothing was touched.',
  )
}

async function restoreDatabase(
  trx: Kysely<any>,
  client: pg.ClientBase,
  manifest: Manifest,
  source: string,
  code: Code,
): Promise<void> {
  await demandTablesOf(trx, manifest)
  await applyMigrations(trx, manifest.migrations)
  const shared = manifest.tables.filter((table) => table.schema === 'rapport')
  for (const table of await loadOrder(trx, shared)) await loadRows(client, table, join(source, table.file))
  for (const workspace of manifest.workspaces)
    await restoreWorkspace(trx, client, manifest, workspace, source)
  await applyMigrations(trx, migrations.length)
  const { rows } = await sql<{ id: string }>`select id from rapport.workspace order by slug`.execute(trx)
  for (const { id } of rows) await upgrade(trx, id, code)
}

/** An installation that is still empty may be of a later version than the back-up: its tables are made again. */
async function demandTablesOf(trx: Kysely<any>, { migrations: number }: Manifest): Promise<void> {
  const { rows } = await sql<{
    there: boolean
  }>`select to_regclass('rapport.migration') is not null as there`.execute(trx)
  if (!rows[0]!.there) return
  const done = await sql<{
    number: number | null
  }>`select max(number) as number from rapport.migration`.execute(trx)
  if (done.rows[0]!.number !== number) await sql`drop schema rapport cascade`.execute(trx)
}

async function restoreFile(file: SavedFile, source: string, files: string, secrets: string): Promise<void> {
  const [, kind, path = ''] = /^(files|secrets)\/(.+)$/.exec(file.path) ?? []
  if (kind === undefined || path.split('/').includes('..'))
    throw new StartError(`The back-up is damaged: ${file.path} is no file of Rapport's.`)
  const target = join(kind === 'files' ? files : secrets, path)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await putBack(join(source, file.path), target, file)
}
