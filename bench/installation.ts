import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { pino } from 'pino'
import { startCluster, type Cluster } from '#platform/server/database/cluster.ts'
import { contextFor } from '#platform/server/actions/context-for.ts'
import type { Actor, Context, Workspace } from '#platform/server/context.ts'
import { buildServer } from '#platform/server/http/server.ts'
import { openApp, type OpenApp } from '#platform/server/open-app.ts'
import { modules } from '#apps/modules.ts'
import { aFirm, aSeller } from './firm.ts'

/** A real installation on a database of its own, durable as in use, with a salesperson's key. */
export interface Installation {
  readonly app: OpenApp
  readonly cluster: Cluster
  readonly url: string
  readonly workspace: Workspace
  readonly server: FastifyInstance
  readonly address: string
  /** Authorization header of a key whose role sees what its teams own. */
  readonly authorization: string
  readonly seller: Actor
  /** The seller's team. */
  readonly team: string
  readonly folder: string
  context(): Context
  close(): Promise<void>
}

export async function anInstallation(folder?: string): Promise<Installation> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'rapport-bench-')))
  const cluster = await startCluster({
    folder: join(place, 'pg'),
    settings: { shared_buffers: '1GB', max_wal_size: '8GB' },
  })
  const admin = new pg.Client({ connectionString: cluster.url() })
  await admin.connect()
  await admin.query('create database rapport').catch(() => undefined)
  await admin.end()
  const url = cluster.url('rapport')
  const app = await openApp({
    url,
    modules,
    files: join(place, 'files'),
    logger: pino({ level: 'error' }),
    work: false,
  })
  const { workspace } = await aFirm(app)
  const server = buildServer(app, { requestsPerMinute: 100_000_000 })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as { port: number }
  const { authorization, seller, team } = await aSeller(app, workspace)
  return {
    app,
    cluster,
    url,
    workspace,
    server,
    authorization,
    seller,
    team,
    folder: place,
    address: `http://127.0.0.1:${port}`,
    context: () => contextFor(app, workspace, seller, 'api'),
    async close() {
      await server.close()
      await app.close()
      await cluster.stop()
      if (folder === undefined) await rm(place, { recursive: true, force: true })
    },
  }
}
