import { Logger, run, runMigrations, type Runner } from 'graphile-worker'
import { sql, type Kysely } from 'kysely'
import pg, { type Client, type Pool } from 'pg'
import { Problem } from '#platform/objects/problem.ts'
import type { Json } from '#platform/objects/json.ts'
import type { App } from '../app.ts'
import type { Actor, Workspace } from '../context.ts'
import { systemActor } from '../actions/context-for.ts'
import { loadActor } from '../identity/load-actor.ts'
import type { Job, JobKind } from './job.ts'
import { mostAttempts } from './job-progress.ts'

interface Row extends Job {
  readonly workspace: string
}

/** Runs the jobs of this installation in this process, a few at a time. */
export async function runJobs(
  app: App,
  kinds: readonly JobKind[],
  crontab: string,
  tasks: Record<string, () => Promise<void>>,
  stopping: AbortSignal,
): Promise<Runner> {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  const runner = await run({
    pgPool: app.pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger(
      () => (level, message) =>
        app.logger[
          stopping.aborted ? 'debug' : level === 'warning' ? 'warn' : level === 'error' ? 'error' : 'debug'
        ](message),
    ),
    crontab,
    taskList: {
      job: async (payload) => doJob(app, byName, (payload as { id: string }).id, stopping),
      ...tasks,
    },
  })
  runner.promise.catch((error: unknown) => app.logger.error({ err: error }, 'the job runner ended'))
  return runner
}

/**
 * Frees the jobs of a process that died: each process holds a lock on a connection of its own while it lives, and
 * whoever can take all others' place knows that nobody else is running. They go on
 * at once, and a job that no runner knows (a command's own, a restored one) is handed to this one.
 */
export async function freeDeadJobs(client: Client): Promise<void> {
  await client.query(`select pg_advisory_lock_shared(${processLock})`)
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from ${holders} and pid <> pg_backend_pid()`,
  )
  if (rows[0]!.others > 0) return
  await client.query(`select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker.jobs where locked_by is not null))`)
  await client.query(`select graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
    from graphile_worker.jobs where task_identifier = 'job' and attempts < max_attempts having count(*) > 0`)
  await client.query(`select graphile_worker.add_job('job', json_build_object('id', j.id::text), max_attempts => ${mostAttempts})
    from rapport.job j where j.state in ('waiting', 'running') and not exists (
      select from graphile_worker._private_jobs w where w.payload ->> 'id' = j.id::text)`)
}

const processLock = 7_267_706
const holders = `pg_locks where locktype = 'advisory' and classid = 0 and objid = ${processLock} and granted
  and database = (select oid from pg_database where datname = current_database())`

/** Whether some process does jobs and reactions on this database now. */
export async function somebodyWorks(db: Kysely<any>): Promise<boolean> {
  const { rows } = await sql
    .raw<{ there: boolean }>(`select exists (select from ${holders}) as there`)
    .execute(db)
  return rows[0]!.there
}

/** Does work while a starting server is kept from taking over the jobs that this process does by itself. */
export async function withOwnJobs<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock_shared(${processLock})`)
    return await work()
  } finally {
    await client.end()
  }
}

/** The tables in which jobs wait; they must be there before anything asks for one. */
export async function makeJobTables(pgPool: Pool): Promise<void> {
  await runMigrations({ pgPool, logger: new Logger(() => () => undefined) })
}

async function doJob(
  app: App,
  kinds: ReadonlyMap<string, JobKind>,
  id: string,
  stopping: AbortSignal,
): Promise<void> {
  const { rows } =
    await sql<Row>`update rapport.job set state = 'running', started_at = coalesce(started_at, now())
    where id = ${id}::uuid and state in ('waiting', 'running')
    returning id, kind, state, progress, input, result, workspace::text`.execute(app.db)
  const job = rows[0]
  if (job === undefined) return
  const workspace = (await app.workspaces()).find((one) => one.id === job.workspace)
  const kind = kinds.get(job.kind)
  if (workspace === undefined || kind === undefined)
    return finish(app, id, 'failed', { detail: 'This work is not known here any more.' })
  try {
    const actor = await actorOf(app, workspace, job)
    await finish(app, id, 'done', await kind.run({ app, workspace, actor, job, stopping }))
  } catch (error) {
    if (stopping.aborted) throw error
    if (!(error instanceof Problem)) app.logger.error({ err: error, job: id }, 'a job failed')
    const detail =
      error instanceof Problem ? error.detail : 'Something went wrong on our side; nothing was done halfway.'
    await finish(app, id, 'failed', {
      detail,
      ...(error instanceof Problem ? { code: error.code, errors: error.errors as unknown as Json } : {}),
    })
  }
}

async function actorOf(app: App, workspace: Workspace, job: Job): Promise<Actor> {
  const { user, key } = job.input['actor'] as { user: string | null; key: string | null }
  if (user === null) return systemActor(workspace)
  const keyRow = key === null ? undefined : await keyOf(app, key)
  // Without its key the work would run with the rights of the person who made the key.
  if (key !== null && keyRow === undefined) throw gone('The API key that asked for this was revoked.')
  const actor = await loadActor(app.db, workspace.schema, workspace.settings, {
    user,
    ...(keyRow === undefined ? {} : { key: keyRow }),
  })
  if (actor === null) throw gone('Whoever asked for this is not active any more.')
  return actor
}

const gone = (detail: string): Problem => new Problem({ status: 403, code: 'forbidden', detail })

async function keyOf(
  app: App,
  id: string,
): Promise<{ id: string; role: string | null; name: string } | undefined> {
  const { rows } = await sql<{ id: string; role: string | null; name: string }>`
    select id, role, name from rapport.api_key where id = ${id}::uuid and revoked_at is null`.execute(app.db)
  return rows[0]
}

async function finish(app: App, id: string, state: 'done' | 'failed', result: Json): Promise<void> {
  await sql`update rapport.job set state = ${state}, result = ${JSON.stringify(result)}::jsonb, finished_at = now()
    where id = ${id}::uuid`.execute(app.db)
}
