import { appendFile, truncate } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import Papa from 'papaparse'
import type { Kysely } from 'kysely'
import type { ObjectModel } from '#platform/objects/model.ts'
import { contextFor } from '../actions/context-for.ts'
import type { Context } from '../context.ts'
import type { JobKind, JobRun } from '../jobs/job.ts'
import { noteProgress } from '../jobs/job-progress.ts'
import { draftRows, type Draft } from './draft-rows.ts'
import { findLinks, type Links } from './find-links.ts'
import { filePath, rejectedPath } from './import-files.ts'
import { bindingsOf, type Binding, type ImportPlan } from './import-plan.ts'
import { joinLater } from './join-later.ts'
import { ownTitles } from './own-titles.ts'
import { inSteps } from './preview-import.ts'
import { readRows, type FileRow } from './read-rows.ts'
import { runStep } from './run-step.ts'
import { sortRows, type Sorted } from './sort-rows.ts'
import { writable } from './writable.ts'

/** How far an import has come: kept in the transaction of each step, so that it goes on exactly there. */
export interface ImportProgress {
  readonly read: number
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly skipped: number
  readonly rejected: number
  /** Length of the file of rejected rows as of this step. */
  readonly rejectedBytes: number
  readonly errors: readonly { readonly row: number; readonly message: string }[]
  readonly total: number | null
}

export type ImportInput = ImportPlan & {
  readonly file: string
  readonly rows: number | null
  readonly change: string
}

const start: ImportProgress = {
  read: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  skipped: 0,
  rejected: 0,
  rejectedBytes: 0,
  errors: [],
  total: null,
}
const step = 1000

/** Imports a file, a thousand rows a transaction; after a crash it goes on behind the last one committed. */
export const importJob: JobKind = {
  name: 'import',
  run: async (run) => {
    const input = run.job.input as unknown as ImportInput
    const object = run.workspace.model.object(input.object)
    const path = filePath(run.app, run.workspace, input.file)
    let progress: ImportProgress = { ...start, total: input.rows, ...run.job.progress }
    const open = () => readRows(path, input.dialect)
    const { headers, rows } = await open()
    const base = contextOf(run, run.app.db)
    const bindings = bindingsOf(base.model, input, headers, (field) => writable(base, field))
    const titles = await ownTitles(object, bindings, open)
    const state = {
      links: findLinks(true),
      seen: new Set<string>(),
      titles,
      bindings,
      headers,
      object,
      input,
    }
    const rejects = rejectedPath(run.app, run.workspace, run.job.id)
    if (existsSync(rejects)) await truncate(rejects, progress.rejectedBytes)
    for await (const some of inSteps(rows, step)) {
      const fresh = some.filter((row) => row.number > progress.read)
      if (fresh.length === 0) continue
      run.stopping?.throwIfAborted()
      progress = await importStep(run, state, fresh, progress, rejects)
    }
    if (titles.size > 0)
      progress = await joinLater(run, (db) => contextOf(run, db), object, bindings, open, progress)
    return { ...progress, change: input.change, rejects: progress.rejected > 0 }
  },
}

interface State {
  readonly links: Links
  readonly seen: Set<string>
  readonly titles: ReadonlySet<string>
  readonly bindings: readonly Binding[]
  readonly headers: readonly string[]
  readonly object: ObjectModel
  readonly input: ImportInput
}

async function importStep(
  run: JobRun,
  state: State,
  rows: readonly FileRow[],
  before: ImportProgress,
  rejects: string,
): Promise<ImportProgress> {
  const { object, input, bindings } = state
  return run.app.db.transaction().execute(async (db) => {
    const ctx = contextOf(run, db)
    const drafts: Draft[] = await draftRows(ctx, object, input, bindings, rows, state.links, state.titles)
    const sorted = await sortRows(ctx, object, input, bindings, drafts, state.seen)
    await runStep(ctx, object, sorted)
    const written = await writeRejected(rejects, state.headers, sorted, before.rejected === 0)
    const progress = counted(before, rows.at(-1)!.number, sorted, written)
    await noteProgress(db, run.job.id, progress as never)
    return progress
  })
}

function counted(before: ImportProgress, read: number, sorted: Sorted, bytes: number): ImportProgress {
  const errors = sorted.rejected.map(({ draft, problems }) => ({
    row: draft.row.number,
    message: problems.map((problem) => problem.message).join(' '),
  }))
  return {
    read,
    created: before.created + sorted.create.length,
    changed: before.changed + sorted.update.length,
    unchanged: before.unchanged + sorted.unchanged.length,
    skipped: before.skipped + sorted.skipped.length,
    rejected: before.rejected + sorted.rejected.length,
    rejectedBytes: before.rejectedBytes + bytes,
    errors: [...before.errors, ...errors].slice(0, 20),
    total: before.total,
  }
}

/** Rejected rows as they stand in the file, with the reason in a column of its own. */
async function writeRejected(
  path: string,
  headers: readonly string[],
  { rejected }: Sorted,
  isFirst: boolean,
): Promise<number> {
  if (rejected.length === 0) return 0
  const rows = rejected.map(({ draft, problems }) => [
    ...draft.row.cells.map((cell) => (typeof cell === 'string' ? cell : JSON.stringify(cell))),
    problems.map((problem) => problem.message).join(' '),
  ])
  const text = `${Papa.unparse(isFirst ? [[...headers, 'Problem'], ...rows] : rows, { escapeFormulae: true })}\n`
  await appendFile(path, text)
  return Buffer.byteLength(text)
}

function contextOf({ app, workspace, actor, job }: JobRun, db: Kysely<any>): Context {
  const { change } = job.input as unknown as ImportInput
  return contextFor(app, workspace, actor, 'import', { db, change })
}
