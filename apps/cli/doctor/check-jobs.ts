import { sql, type Kysely } from 'kysely'
import type { Check } from './check.ts'

/** Work in the background that nobody will do any more, and what has failed lately. */
export async function checkJobs(db: Kysely<any>, isServed: boolean): Promise<Check[]> {
  const about = 'Jobs'
  const worker = await sql<{
    there: boolean
  }>`select to_regclass('graphile_worker._private_jobs') is not null as there`.execute(db)
  const queued = worker.rows[0]!.there
    ? sql`exists (select from graphile_worker._private_jobs w where w.payload ->> 'id' = j.id::text and (w.attempts < w.max_attempts or w.locked_at is not null))`
    : sql`false`
  const { rows } = await sql<{ waiting: number; left: number; failed: number }>`select
      count(*) filter (where j.state in ('waiting', 'running'))::int as waiting,
      count(*) filter (where j.state in ('waiting', 'running') and not ${queued})::int as left,
      count(*) filter (where j.state = 'failed' and j.finished_at > now() - interval '7 days')::int as failed
    from rapport.job j`.execute(db)
  const { waiting, left, failed } = rows[0]!
  const dead = worker.rows[0]!.there
    ? (
        await sql<{ task: string; error: string | null }>`select t.identifier as task, w.last_error as error
        from graphile_worker._private_jobs w join graphile_worker._private_tasks t on t.id = w.task_id
        where w.attempts >= w.max_attempts and w.locked_at is null`.execute(db)
      ).rows
    : []
  return [
    { about, finding: `${waiting} to do, ${failed} failed in the last 7 days` },
    ...(left > 0
      ? [
          {
            about,
            finding: `${left} were cut off and go on when the server is started`,
            ...(isServed ? { wrong: true } : {}),
          },
        ]
      : []),
    ...dead.map(({ task, error }) => ({
      about,
      finding: `${task} was given up: ${error?.split('\n')[0] ?? 'no reason known'}`,
      wrong: true,
    })),
  ]
}
