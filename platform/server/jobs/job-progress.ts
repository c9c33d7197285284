import { sql, type Kysely } from 'kysely'
import { notFound } from '#platform/objects/problem.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import type { Context } from '../context.ts'
import { randomUUIDv7 } from '../records/uuid.ts'
import type { Job } from './job.ts'

/**
 * Has a job done after the context's transaction commits; if it rolls back, there was no job.
 *
 * @param here this process will do it itself, so no worker shall take it
 * @example const id = await enqueueJob(ctx, 'bulk', { object: 'company', where, changes })
 */
export async function enqueueJob(
  ctx: Context,
  kind: string,
  input: JsonObject,
  { here = false } = {},
): Promise<string> {
  const id = randomUUIDv7()
  const { workspace, actor } = ctx
  const record = {
    ...input,
    actor: { user: actor.id, key: actor.key ?? null },
    source: ctx.source,
    change: ctx.change,
  }
  await sql`insert into rapport.job (id, workspace, kind, input, created_by)
    values (${id}, ${workspace.id}, ${kind}, ${JSON.stringify(record)}::jsonb, ${actor.id})`.execute(ctx.db)
  if (!here)
    await sql`select graphile_worker.add_job('job', json_build_object('id', ${id}::text), max_attempts => ${sql.lit(mostAttempts)})`.execute(
      ctx.db,
    )
  return id
}

/** An attempt is lost only with its process: few enough that what kills the process does not do so for ever. */
export const mostAttempts = 25

/** A job of the actor's own, or any for an administrator. @throws Problem 404 */
export async function jobProgress(ctx: Context, id: string): Promise<Omit<Job, 'input'>> {
  const { actor, workspace } = ctx
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw notFound('job')
  const { rows } = await sql<Job & { created_by: string | null }>`
    select id, kind, state, progress, result, created_by, created_at, started_at, finished_at from rapport.job
    where id = ${id}::uuid and workspace = ${workspace.id}`.execute(ctx.db)
  const row = rows[0]
  if (row === undefined || (row.created_by !== actor.id && !actor.access.administrator)) throw notFound('job')
  return row
}

/** Notes how far a job has come; in the transaction of the work itself, so that it never claims more than was done. */
export async function noteProgress(
  db: Kysely<any>,
  id: string,
  progress: Record<string, Json>,
): Promise<void> {
  await sql`update rapport.job set progress = ${JSON.stringify(progress)}::jsonb where id = ${id}::uuid`.execute(
    db,
  )
}
