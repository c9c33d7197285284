import type { Logger } from 'pino'
import { assertUsable } from '#platform/server/database/connect.ts'
import { startCluster } from '#platform/server/database/cluster.ts'
import pg from 'pg'

export interface Database {
  readonly url: string
  /** Settles with a sentence when the embedded database ends by itself. */
  readonly lost: Promise<string>
  stop(): Promise<void>
}

/**
 * The database to work on: the one that `DATABASE_URL` names, else our own in the data folder.
 *
 * @throws StartError with a sentence
 */
export async function openDatabase(
  url: string | undefined,
  folder: string,
  logger: Logger,
): Promise<Database> {
  if (url !== undefined) {
    await assertUsable(url)
    return { url, lost: new Promise(() => {}), stop: async () => {} }
  }
  const cluster = await startCluster({ folder, onLine: (line) => logger.debug({ postgres: line }) })
  await makeDatabase(cluster.url())
  let stopping = false
  return {
    url: cluster.url('rapport'),
    lost: cluster.exited.then((code) => {
      if (stopping) return new Promise<string>(() => {})
      return `The embedded PostgreSQL ended unexpectedly (${code ?? 'killed'}). Start Rapport again; nothing that was saved is lost.`
    }),
    async stop() {
      stopping = true
      await cluster.stop()
    },
  }
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'rapport'`)
    if (rowCount === 0) await client.query('create database rapport')
  } finally {
    await client.end()
  }
}
