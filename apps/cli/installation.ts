import { Kysely, PostgresDialect, sql } from 'kysely'
import { openPool } from '#platform/server/database/connect.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import { somebodyWorks } from '#platform/server/jobs/run-jobs.ts'
import { openApp, type OpenApp } from '#platform/server/open-app.ts'
import { migrations } from '#platform/server/schema/migrations/all.ts'
import { release } from '#platform/server/schema/release.ts'
import { modules } from '../modules.ts'
import { openPlace, type Place } from './place.ts'

/** An installation that a command works on. */
export interface Installation {
  readonly app: OpenApp
  readonly place: Place
  /** Whether a server works on the same data: it does jobs and reactions. */
  readonly served: boolean
}

/**
 * Opens the installation for a command, whether its server runs or not, and closes it again. What the command
 * changed has reached search and all other reactions when this returns, unless a server does that anyway.
 *
 * @throws StartError with one sentence
 */
export async function withInstallation<Result>(
  env: NodeJS.ProcessEnv,
  work: (installation: Installation) => Promise<Result>,
  options: { readonly mayBeNew?: boolean } = {},
): Promise<Result> {
  const place = await openPlace(env, options)
  try {
    await demandSameRelease(place.url)
    const app = await openApp({
      url: place.url,
      modules,
      files: place.files,
      logger: place.logger,
      connections: 4,
      work: false,
    })
    try {
      const served = await somebodyWorks(app.db)
      const result = await work({ app, place, served })
      if (!served) for (const workspace of await app.workspaces()) await app.reacting.settle(workspace)
      return result
    } finally {
      await app.close()
    }
  } finally {
    await place.close()
  }
}

/** A newer version beside an older server would change the tables under its feet. */
async function demandSameRelease(url: string): Promise<void> {
  const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: openPool(url, { max: 1 }) }) })
  try {
    if (!(await somebodyWorks(db))) return
    const { rows } = await sql<{ migration: number; releases: (string | null)[] }>`select
      (select max(number) from rapport.migration) as migration,
      array(select distinct release from rapport.workspace) as releases`.execute(db)
    const { migration, releases } = rows[0]!
    const other = releases.find((one) => one !== release)
    if (migration === migrations.length && other === undefined) return
    throw new StartError(
      `The server that runs is another version of Rapport (${other ?? 'unknown'}) than this command (${release}): stop the server first.`,
    )
  } finally {
    await db.destroy()
  }
}
