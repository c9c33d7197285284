import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { systemActor } from '#platform/server/actions/context-for.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import type { Workspace } from '#platform/server/context.ts'
import type { ImportProgress } from '#platform/server/import/import-job.ts'
import { doNow } from '#platform/server/import/run-recipe.ts'
import type { Job } from '#platform/server/jobs/job.ts'
import { withOwnJobs } from '#platform/server/jobs/run-jobs.ts'
import type { OpenApp } from '#platform/server/open-app.ts'

interface Started {
  readonly app: OpenApp
  readonly workspace: Workspace
  readonly job: string
  /** Whether a server does it; else it is done here. */
  readonly served: boolean
  readonly url: string
  readonly note: (line: string) => void
}

/** Waits for an import, or does it, and tells how far it is every few seconds. @throws StartError when it failed */
export async function finishImport({
  app,
  workspace,
  job,
  served,
  url,
  note,
}: Started): Promise<ImportProgress> {
  const progress = tellProgress(app, job, note)
  try {
    if (!served) return await withOwnJobs(url, async () => doNow(app, workspace, systemActor(workspace), job))
    for (;;) {
      const { state, result } = await jobNow(app, job)
      if (state === 'done') return result as unknown as ImportProgress
      if (state === 'failed' || state === 'cancelled')
        throw new StartError(`The import ${state}: ${(result as { detail?: string } | null)?.detail ?? ''}`)
      await sleep(200)
    }
  } finally {
    progress.end()
  }
}

async function jobNow(app: OpenApp, id: string): Promise<Job> {
  const { rows } =
    await sql<Job>`select id, kind, state, progress, input, result from rapport.job where id = ${id}::uuid`.execute(
      app.db,
    )
  return rows[0]!
}

function tellProgress(app: OpenApp, job: string, note: (line: string) => void): { end(): void } {
  const tell = async (): Promise<void> => {
    const { read, total } = (await jobNow(app, job)).progress as Partial<ImportProgress>
    if (read !== undefined) note(`${read}${typeof total === 'number' ? ` of ${total}` : ''} rows …`)
  }
  const timer = setInterval(() => void tell().catch(() => undefined), 3_000)
  return { end: () => clearInterval(timer) }
}
