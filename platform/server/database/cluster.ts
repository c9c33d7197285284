import type { ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CLUSTER_USER, createCluster } from './create-cluster.ts'
import { endLeftover } from './leftover-cluster.ts'
import { postgresAccount } from './postgres-account.ts'
import { postgresPrograms } from './postgres-programs.ts'
import { spawnPostgres, untilReady } from './spawn-postgres.ts'
import { StartError } from './start-error.ts'

/** A PostgreSQL of our own: a child process that serves one folder. */
export interface Cluster {
  /** Address of a database in it, with password; `postgres` is there from the start. */
  url(database?: string): string
  port: number
  pid: number
  /** Ends it: running statements are rolled back, everything committed is kept. May be called twice. */
  stop(): Promise<void>
  /** Its exit code once it has ended, for whatever reason; null when a signal ended it. */
  exited: Promise<number | null>
}

export interface ClusterOptions {
  folder: string
  /** Settings of postgresql.conf that go beyond or against ours. */
  settings?: Record<string, string>
  /** Receives PostgreSQL's log, line by line. */
  onLine?: (line: string) => void
}

/**
 * Starts PostgreSQL on `folder` and makes the database there first if there is none. Durable: what is committed
 * survives a crash. It listens on a free port of 127.0.0.1 only. If an earlier owner was killed, its PostgreSQL is
 * ended first; if we are killed, ours ends by itself.
 *
 * @throws StartError with a sentence for the administrator
 * @example
 *   const cluster = await startCluster({ folder: '/var/lib/rapport/pg' })
 *   const pool = openPool(cluster.url())
 */
export async function startCluster({ folder, settings, onLine }: ClusterOptions): Promise<Cluster> {
  const programs = postgresPrograms()
  const place = resolve(folder)
  mkdirSync(place, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const account = postgresAccount([programs.postgres, `${place}/cluster`])
  const { cluster, password } = await createCluster(place, programs, account)
  await endLeftover(cluster)
  const all = { ...SETTINGS, ...settings }
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const child = spawnPostgres(programs, account, {
      cluster,
      port,
      settings: all,
      ...(onLine && { onLine }),
    })
    const refusal = await untilReady(child)
    if (refusal === undefined) return running(child, port, password)
    // Another program took the port, or processes of a predecessor that was killed have not ended yet.
    const passes = /Address already in use|shared memory block/.test(refusal)
    if (!passes || attempt === 100) throw new StartError(`PostgreSQL did not start on ${cluster}: ${refusal}`)
    await sleep(100)
  }
}

/** Defaults of PostgreSQL are durable; these suit a computer that also runs Rapport. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_connections: '100',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
}

function running(child: ChildProcess, port: number, password: string): Cluster {
  const exited = new Promise<number | null>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode)
    else child.once('exit', done)
  })
  return {
    port,
    pid: child.pid!,
    exited,
    url: (database = 'postgres') => `postgres://${CLUSTER_USER}:${password}@127.0.0.1:${port}/${database}`,
    async stop() {
      child.kill('SIGINT')
      await exited
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready, reject) => server.once('error', reject).listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
