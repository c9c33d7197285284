import { sql } from 'kysely'
import type { App } from '../app.ts'
import { contextFor, systemActor } from '../actions/context-for.ts'
import { binDays, purgeRecords } from '../records/remove-records.ts'
import { tableOf } from '../records/table.ts'
import { ensureLogPartitions } from '../schema/log-partitions.ts'

/** What has to be done regularly, and when (crontab lines name these tasks). */
export const houseKeepingTab = `17 * * * * house_keeping ?fill=1d`

const day = 86_400_000

/** Empties the bin of what has lain in it long enough, makes the log's next months, forgets what has expired. */
export async function keepHouse(app: App): Promise<void> {
  await sql`delete from rapport.idempotency where created_at < now() - interval '24 hours'`.execute(app.db)
  await sql`delete from rapport.session where expires_at < now()`.execute(app.db)
  await sql`delete from rapport.job where finished_at < now() - interval '30 days'`.execute(app.db)
  for (const workspace of await app.workspaces()) {
    await ensureLogPartitions(app.db, workspace.schema, new Date(), new Date(Date.now() + 62 * day))
    for (const object of workspace.model.objects.values()) await emptyBin(app, workspace, object.name)
  }
}

async function emptyBin(
  app: App,
  workspace: Parameters<typeof systemActor>[0],
  object: string,
): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ id: string }>`select id from ${tableOf(workspace, object)}
      where deleted_at < now() - ${`${binDays} days`}::interval order by id limit 500`.execute(app.db)
    if (rows.length === 0) return
    await app.db.transaction().execute(async (db) => {
      const ctx = contextFor(app, workspace, systemActor(workspace), 'system', { db })
      await purgeRecords(
        ctx,
        object,
        rows.map((row) => row.id),
      )
    })
  }
}
