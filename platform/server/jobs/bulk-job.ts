import { contextFor } from '../actions/context-for.ts'
import { bulkUpdate, type Bulk } from '../records/bulk-update.ts'
import type { Source } from '../context.ts'
import type { JobKind } from './job.ts'
import { noteProgress } from './job-progress.ts'

/** A bulk edit over a filter: all of it in one transaction, so whole or not at all, and one change to undo. */
export const bulkJob: JobKind = {
  name: 'bulk',
  run: async ({ app, workspace, actor, job, stopping }) => {
    const { object, source, change, ...bulk } = job.input as unknown as Bulk & {
      object: string
      source: Source
      change: string
    }
    return app.db.transaction().execute(async (db) => {
      const ctx = contextFor(app, workspace, actor, source, { db, change })
      const changed = await bulkUpdate(ctx, object, bulk, async (done) => {
        stopping?.throwIfAborted()
        await noteProgress(app.db, job.id, { done })
      })
      return { changed, change }
    })
  },
}
