import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import type { App } from '../app.ts'
import { Problem } from '#platform/objects/problem.ts'

/** `/api/health`: the process answers. `/api/ready`: it can do its work, the database is there. */
export function addHealth(server: FastifyInstance, app: App): void {
  server.get('/api/health', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { status: 'ok' }
  })
  server.get('/api/ready', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      await sql`select 1`.execute(app.db)
    } catch {
      throw new Problem({ status: 503, code: 'unavailable', detail: 'The database cannot be reached.' })
    }
    return { status: 'ready' }
  })
}
