import { Kysely, PostgresDialect } from 'kysely'
import type { Logger } from 'pino'
import { notFound } from '#platform/objects/problem.ts'
import type { App } from './app.ts'
import { listen } from './database/listen.ts'
import { openPool } from './database/connect.ts'
import { prepareOften } from './database/prepared-statements.ts'
import { importJob } from './import/import-job.ts'
import type { JobKind } from './jobs/job.ts'
import { bulkJob } from './jobs/bulk-job.ts'
import { houseKeepingTab, keepHouse } from './jobs/house-keeping.ts'
import { freeDeadJobs, makeJobTables, runJobs } from './jobs/run-jobs.ts'
import type { Reaction, Rule, ServerModule } from './modules/server-module.ts'
import { logStream } from './reactions/log-stream.ts'
import { runReactions, type Reactions } from './reactions/run-reactions.ts'
import { openWorkspaces, type Workspaces } from './schema/workspaces.ts'
import { indexRecords } from './search/index-records.ts'

export interface AppOptions {
  readonly url: string
  readonly modules: readonly ServerModule[]
  readonly jobs?: readonly JobKind[]
  /** Folder for uploaded files. */
  readonly files: string
  readonly logger: Logger
  /** Connections to the database; default 10. */
  readonly connections?: number
  /** Run jobs and reactions in this process; default true. */
  readonly work?: boolean
}

export interface OpenApp extends App {
  readonly schemas: Workspaces
  readonly reacting: Reactions
}

/**
 * Opens an installation: brings the database up to date, knows its workspaces, and starts what works in the
 * background. Nothing is served yet.
 *
 * @throws StartError with a sentence when the data cannot be used
 */
export async function openApp(options: AppOptions): Promise<OpenApp> {
  const { url, modules, logger, files, work = true } = options
  const pool = openPool(url, {
    max: options.connections ?? 10,
    onError: ({ message }) => logger.warn({ reason: message }, 'lost a connection to the database'),
  })
  prepareOften(pool)
  const db = new Kysely<any>({ dialect: new PostgresDialect({ pool }) })
  const declared = modules.flatMap(({ module }) =>
    module.objects.map((declaration) => ({ module: module.name, declaration })),
  )
  const actions = modules.flatMap(({ module }) => module.actions)
  const schemas = await openWorkspaces({ db, declared, actions, listen: url, logger }).catch(
    async (error: unknown) => {
      await db.destroy()
      throw error
    },
  )
  if (work) await makeJobTables(pool)
  const stream = logStream(db, logger)
  const stopping = new AbortController()
  let ended = false
  const app: OpenApp = {
    db,
    pool,
    url,
    modules,
    declared,
    actions,
    files,
    logger,
    stream,
    schemas,
    rules: rulesByObject(modules),
    deeds: new Map(
      modules.flatMap(({ deeds = [] }) =>
        deeds.map((deed) => [`${deed.action.object}.${deed.action.name}`, deed] as const),
      ),
    ),
    reactions: [indexRecords as Reaction, ...modules.flatMap(({ reactions = [] }) => reactions)],
    reacting: undefined as unknown as Reactions,
    workspace: async (slug) => schemas.bySlug(slug) ?? (await schemas.refresh(slug)) ?? missing(slug),
    workspaces: async () => schemas.list(),
    async close() {
      if (ended) return
      ended = true
      stopping.abort(new Error('Stopped; it goes on after the next start.'))
      await listening.close()
      await runner?.stop()
      await app.reacting.close()
      await schemas.close()
      await db.destroy()
    },
  }
  Object.assign(app, { reacting: runReactions(app) })
  const wake = (schema: string): void => {
    stream.wake(schema)
    if (work) app.reacting.wake(schema)
  }
  const wakeAll = (): void => {
    stream.wakeAll()
    if (work) for (const workspace of schemas.list()) app.reacting.wake(workspace.schema)
  }
  const listening = await listen(
    url,
    {
      channels: { rapport_log: wake },
      onReconnect: wakeAll,
      ...(work ? { onConnect: freeDeadJobs } : {}),
    },
    logger,
  )
  const runner = work
    ? await runJobs(
        app,
        [bulkJob, importJob, ...(options.jobs ?? [])],
        houseKeepingTab,
        { house_keeping: () => keepHouse(app) },
        stopping.signal,
      )
    : undefined
  wakeAll()
  return app
}

function rulesByObject(modules: readonly ServerModule[]): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>()
  for (const rule of modules.flatMap((module) => module.rules ?? [])) {
    rules.set(rule.object, [...(rules.get(rule.object) ?? []), rule])
  }
  return rules
}

function missing(slug: string): never {
  throw notFound(`workspace “${slug}”`)
}
