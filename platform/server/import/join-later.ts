import type { Kysely } from 'kysely'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import type { JobRun } from '../jobs/job.ts'
import { changeRecords } from '../records/update-records.ts'
import { findLinks } from './find-links.ts'
import type { ImportProgress } from './import-job.ts'
import type { Binding } from './import-plan.ts'
import { inSteps } from './preview-import.ts'
import type { FileRows } from './read-rows.ts'

/**
 * Second walk through the file for references among its own rows (a company's parent): now that all are there, each
 * is found by the name that the column uses. Doing it again changes nothing, so a crash in it needs no bookkeeping.
 */
export async function joinLater(
  run: JobRun,
  contextOf: (db: Kysely<any>) => Context,
  object: ObjectModel,
  bindings: readonly Binding[],
  open: () => Promise<FileRows>,
  progress: ImportProgress,
): Promise<ImportProgress> {
  const own = bindings.filter(({ target }) => target?.object === object)
  const name = bindings.find(({ field }) => field.name === own[0]!.target!.match.name)!
  const named: Binding = { ...name, fixes: {}, target: own[0]!.target! }
  for await (const rows of inSteps((await open()).rows, 1000)) {
    await run.app.db.transaction().execute(async (db) => {
      const ctx = contextOf(db)
      const links = findLinks(true)
      const texts = (binding: Binding): string[] =>
        rows.map((row) => String(row.cells[binding.at] ?? '').trim()).filter((text) => text !== '')
      for (const binding of [named, ...own])
        await links.prepare(ctx, { ...binding, column: `${binding.column}›` }, texts(binding))
      const updates = new Map<string, Record<string, string>>()
      for (const row of rows) {
        const record = linkOf(links, named, row.cells[named.at])
        for (const binding of own) {
          const target = linkOf(links, binding, row.cells[binding.at])
          if (record !== undefined && target !== undefined)
            updates.set(record, { ...updates.get(record), [binding.field.name]: target })
        }
      }
      await changeRecords(
        ctx,
        object,
        [...updates].map(([id, changes]) => ({ id, changes })),
      )
    })
  }
  return progress
}

function linkOf(links: ReturnType<typeof findLinks>, binding: Binding, cell: unknown): string | undefined {
  const text = String(cell ?? '').trim()
  if (text === '') return undefined
  const found = links.found({ ...binding, column: `${binding.column}›` }, text)
  return typeof found === 'object' ? found.id : undefined
}
