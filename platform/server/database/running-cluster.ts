import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { CLUSTER_USER } from './create-cluster.ts'
import { StartError } from './start-error.ts'

const PATIENCE_MS = 10_000

/**
 * Finds the embedded PostgreSQL that another process runs on this folder, so that a command can work beside a server.
 *
 * @param folder the `pg` folder of a data folder
 * @returns how to reach a database of it, as `Cluster.url` tells it
 * @throws StartError when none answers, or when its password may not be read by this account
 * @example const url = (await runningCluster(folder))('rapport')
 */
export async function runningCluster(folder: string): Promise<(database?: string) => string> {
  const password = await readPassword(folder)
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(100)) {
    const port = await portOf(folder)
    const url = (database = 'postgres'): string =>
      `postgres://${CLUSTER_USER}:${password}@127.0.0.1:${port}/${database}`
    if (port !== undefined && (await answers(url()))) return url
    if (Date.now() > deadline) {
      throw new StartError(
        'The server that has this data folder is just starting or stopping: try again in a moment.',
      )
    }
  }
}

async function readPassword(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, 'password'), 'utf8')
  } catch (cause) {
    const sentence = `The database's password in ${folder} cannot be read: run this as the user who runs the server.`
    throw new StartError(sentence, { cause })
  }
}

/** The fourth line of `postmaster.pid`. PostgreSQL writes it before it accepts connections. */
async function portOf(folder: string): Promise<number | undefined> {
  const lines = await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')
  return Number(lines.split('\n')[3]) || undefined
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
