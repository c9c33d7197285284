import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from './start-error.ts'

/** How a pool is made beyond its address. `name` is what the database's own tools show of its connections. */
export interface PoolOptions extends Omit<pg.PoolConfig, 'connectionString' | 'application_name'> {
  name?: string
  /** Told of connections that broke; the pool replaces them by itself. */
  onError?: (error: Error) => void
}

/**
 * Opens a pool of connections; none is made yet. Sessions are in UTC and live half an hour at most, because each
 * remembers every table it ever touched. A broken connection fails the statement that ran on it, never the process.
 *
 * @example
 *   const pool = openPool(url, { name: 'rapport web', max: 20, onError: (error) => log.warn(error) })
 */
export function openPool(url: string, { name = 'rapport', onError, ...options }: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    max: 10,
    maxLifetimeSeconds: 1800,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    ...options,
    application_name: name,
    connectionString: inUtc(url),
  })
  // The pool listens to idle connections only; one that breaks inside a transaction would end the process.
  const open = new Set<Promise<unknown>>()
  pool.on('connect', (client) => {
    client.on('error', (error) => onError?.(error))
    const gone = new Promise((ended) => client.once('end', ended))
    open.add(gone)
    void gone.then(() => open.delete(gone))
  })
  pool.on('error', () => undefined)
  const end = pool.end.bind(pool)
  // The pool's own says goodbye and does not wait: a database that is stopped next would cut the connections off.
  pool.end = async (): Promise<void> => {
    await end()
    await Promise.race([Promise.all(open), sleep(GOODBYE_MS, undefined, { ref: false })])
  }
  return pool
}

const GOODBYE_MS = 2_000

/** The zone is set as the connection opens, which costs no round trip; the address may bring options of its own. */
function inUtc(url: string): string {
  const address = new URL(url)
  const given = address.searchParams.get('options')
  address.searchParams.set('options', [given, '-c timezone=UTC'].filter(Boolean).join(' '))
  return address.href
}

/**
 * Makes sure that Rapport can work with this database.
 *
 * @throws StartError with one sentence: not reachable, refused, too old, not UTF-8, read-only, or no right to create
 */
export async function assertUsable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<DatabaseFacts>(FACTS)
    const fault = usabilityFault(rows[0]!)
    if (fault !== undefined) throw new StartError(fault)
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(connectionFault(url, error), { cause: error })
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** What decides whether a database can be used. */
export interface DatabaseFacts {
  version: number
  database: string
  role: string
  encoding: string
  standby: boolean
  may_create: boolean
}

const FACTS = `select current_setting('server_version_num')::int as version, current_database() as database,
  current_user::text as role, current_setting('server_encoding') as encoding, pg_is_in_recovery() as standby,
  has_database_privilege(current_database(), 'create') as may_create`

/** Why Rapport cannot work with such a database, as a sentence; undefined when it can. */
export function usabilityFault(facts: DatabaseFacts): string | undefined {
  const { version, database, role, encoding, standby, may_create } = facts
  const major = Math.floor(version / 10_000)
  if (major < 15) return `The database is PostgreSQL ${major}; Rapport needs version 15 or newer.`
  if (standby) return `The database "${database}" is a read-only copy: DATABASE_URL must name the primary.`
  if (encoding !== 'UTF8')
    return `The database "${database}" stores text as ${encoding}: make one with "createdb -E UTF8 -T template0".`
  if (!may_create)
    return (
      `The user "${role}" may not create schemas in the database "${database}": ` +
      `run  grant create on database "${database}" to "${role}"  as its owner.`
    )
  return undefined
}

function connectionFault(url: string, error: unknown): string {
  const { hostname, port, pathname, username } = new URL(url)
  const place = `${hostname || 'localhost'}:${port || 5432}`
  const { code, message } = error as NodeJS.ErrnoException
  if (code === '28P01' || code === '28000')
    return `PostgreSQL at ${place} refused the user "${username}": correct name and password in DATABASE_URL.`
  if (code === '3D000')
    return `PostgreSQL at ${place} has no database "${pathname.slice(1)}": make it with "createdb" or correct DATABASE_URL.`
  return `PostgreSQL at ${place} cannot be reached (${code ?? message}): start it or correct DATABASE_URL.`
}
