import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { StartError } from '../database/start-error.ts'
import { modelWith, type Code } from '../schema/bring-up-to-date.ts'
import { readCustomization } from '../schema/custom-declarations.ts'
import { desiredTables } from '../schema/desired-tables.ts'
import { release } from '../schema/release.ts'
import { qualified, quoted } from '../schema/sql-names.ts'
import { isSystemTable } from '../schema/system-tables.ts'
import { copyOf, filesIn } from './file-copies.ts'
import { logQueries } from './log-numbers.ts'
import type { Manifest, SavedFile, SavedSequence, SavedTable, SavedWorkspace } from './manifest.ts'
import { oneClient } from './one-client.ts'
import { beginSnapshot, type FoundTable } from './snapshot.ts'
import { plainTexts, saveRows } from './table-rows.ts'

export interface BackUpOptions {
  readonly url: string
  readonly code: Code
  /** Folder of uploaded files. */
  readonly files: string
  readonly secrets: string
  /** What will be the back-up: a folder that is not there yet. */
  readonly target: string
  readonly say: (line: string) => void
}

/**
 * Saves everything of an installation, as of one moment, into a new folder, while others go on writing. The folder
 * has its name only when it is whole and on the disk.
 *
 * @throws StartError with one sentence; nothing is left then
 */
export async function backUp(options: BackUpOptions): Promise<Manifest> {
  const target = resolve(options.target)
  const unfinished = join(dirname(target), `.${basename(target)}.unfinished`)
  await prepare(target, unfinished)
  try {
    const manifest = await save(options, unfinished)
    await writeFile(join(unfinished, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`, {
      mode: 0o600,
      flush: true,
    })
    await rename(unfinished, target)
    await onDisk(dirname(target))
    return manifest
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw told(error, target)
  }
}

/** What a back-up that was killed left behind is removed by the next one of the same name. */
async function prepare(target: string, unfinished: string): Promise<void> {
  try {
    if (existsSync(target) && (await readdir(target)).length > 0)
      throw new StartError(`There is something at ${target} already: name a new folder.`)
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(join(unfinished, 'tables'), { recursive: true, mode: 0o700 })
  } catch (error) {
    throw told(error, target)
  }
}

function told(error: unknown, target: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StartError(`There is no room for the back-up ${target}.`, { cause: error })
  if (code === 'ENOTDIR')
    return new StartError(`There is something at ${target} already: name a new folder.`, { cause: error })
  if (syscall === undefined || !(code === 'EACCES' || code === 'EROFS' || code === 'EPERM')) return error
  return new StartError(`The back-up ${target} cannot be written (${code}): name another folder.`, {
    cause: error,
  })
}

async function save({ url, code, files, secrets, say }: BackUpOptions, folder: string): Promise<Manifest> {
  const { db, client, end } = await oneClient(url)
  try {
    await client.query(plainTexts)
    const found = await beginSnapshot(client)
    const made_at = new Date().toISOString()
    const workspaces = await workspacesOf(db, client, code, found)
    const wanted = found.filter((table) => isSaved(table, workspaces, say))
    const tables: SavedTable[] = []
    for (const table of wanted) tables.push(await saveTable(client, table, folder))
    const sequences = await sequencesOf(client)
    const unfinishedImports = await importsOf(client)
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    )
    const migrations = await client.query<{ number: number }>(
      'select max(number) as number from rapport.migration',
    )
    await client.query('commit')
    const saved = await saveFiles(files, secrets, folder, unfinishedImports, say)
    return {
      format: 1,
      release,
      made_at,
      postgres: rows[0]!.version,
      migrations: migrations.rows[0]!.number,
      workspaces,
      tables,
      sequences,
      files: saved,
    }
  } finally {
    await end()
  }
}

async function workspacesOf(
  db: Kysely<any>,
  client: pg.ClientBase,
  code: Code,
  found: readonly FoundTable[],
): Promise<SavedWorkspace[]> {
  const { rows } = await client.query<{
    slug: string
    schema: string
    migration: number
    months: string[]
  }>(`select slug, schema, migration,
      array(select c.relname::text from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = w.schema and c.relispartition and c.relkind = 'r' and c.relname ~ '^log_\\d{4}_\\d{2}$' order by 1) as months
    from rapport.workspace w order by slug`)
  const saved: SavedWorkspace[] = []
  for (const row of rows) {
    const there = new Set(found.filter((table) => table.schema === row.schema).map((table) => table.name))
    const tables = desiredTables(modelWith(code, await readCustomization(db, row.schema)))
    const missing = tables.find((table) => !there.has(table.name))
    if (missing !== undefined)
      throw new StartError(
        `Workspace “${row.slug}” lacks the table “${missing.name}”: run "rapport migrate" first.`,
      )
    saved.push({ ...row, tables })
  }
  return saved
}

/** Sessions end with a restore; a table that somebody added by hand is none of Rapport's. */
function isSaved(
  { schema, name }: FoundTable,
  workspaces: readonly SavedWorkspace[],
  say: (line: string) => void,
): boolean {
  if (schema === 'rapport') return name !== 'migration' && name !== 'session'
  const workspace = workspaces.find((one) => one.schema === schema)
  if (isSystemTable(name) || workspace?.tables.some((table) => table.name === name) === true) return true
  say(`Left out: table ${schema}.${name}, which is not Rapport's.`)
  return false
}

async function saveTable(
  client: pg.ClientBase,
  { schema, name, columns }: FoundTable,
  folder: string,
): Promise<SavedTable> {
  const file = `tables/${schema}.${name}.zst`
  const special =
    schema !== 'rapport' && (name === 'log' || name === 'reader')
      ? await logQueries(client, schema, columns)
      : undefined
  const query =
    special?.[name as 'log' | 'reader'] ??
    `select ${columns.map(quoted).join(', ')} from ${qualified(schema, name)}`
  return { schema, name, columns, file, ...(await saveRows(client, query, join(folder, file))) }
}

/** Sequences go on for everybody, so these may be ahead of the rows: numbers are skipped, never given twice. */
async function sequencesOf(client: pg.ClientBase): Promise<SavedSequence[]> {
  const { rows } = await client.query<{
    schema: string
    name: string
  }>(`select schemaname as schema, sequencename as name
    from pg_catalog.pg_sequences where schemaname in (select schema from rapport.workspace) order by 1, 2`)
  const saved: SavedSequence[] = []
  for (const { schema, name } of rows) {
    const values = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${qualified(schema, name)}`,
    )
    saved.push({ schema, name, ...values.rows[0]! })
  }
  return saved
}

/** Files of imports that have not ended go along: after a restore they go on. */
async function importsOf(client: pg.ClientBase): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ path: string }>(`select 'imports/' || w.schema || '/' || kept as path
    from rapport.job j join rapport.workspace w on w.id = j.workspace,
      unnest(array[j.input ->> 'file', j.id || '.rejected.csv']) as kept
    where j.kind = 'import' and j.state in ('waiting', 'running')`)
  return new Set(rows.map((row) => row.path))
}

/** After the snapshot: a record's file is stored before the record, and never changed. */
async function saveFiles(
  files: string,
  secrets: string,
  folder: string,
  imports: ReadonlySet<string>,
  say: (line: string) => void,
): Promise<Manifest['files']> {
  const list = createWriteStream(join(folder, 'files.ndjson'), { mode: 0o600, flush: true })
  const hash = createHash('sha256')
  let [count, bytes] = [0, 0]
  const saveOne = async (from: string, path: string, target: string): Promise<void> => {
    const saved: SavedFile = { path: target, ...(await copyOf(join(from, path), join(folder, target))) }
    const name = basename(path)
    if (/^[0-9a-f]{64}$/.test(name) && name !== saved.sha256)
      say(`The file ${path} is damaged in the installation; it is saved as it is.`)
    const line = `${JSON.stringify(saved)}\n`
    hash.update(line)
    if (!list.write(line)) await new Promise((ready) => list.once('drain', ready))
    count++
    bytes += saved.size
  }
  const skip = (path: string): boolean =>
    path === 'incoming' || (/^imports\/[^/]+\/./.test(path) && !imports.has(path))
  for await (const path of filesIn(files, skip)) await saveOne(files, path, `files/${path}`)
  for await (const path of filesIn(secrets, (name) => name.includes('.')))
    await saveOne(secrets, path, `secrets/${path}`)
  list.end()
  await finished(list)
  return { count, bytes, sha256: hash.digest('hex') }
}

/** Makes the new name last over a power failure; Windows has no such call for folders. */
async function onDisk(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
