import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { App } from '../app.ts'
import { notFound } from '#platform/objects/problem.ts'
import { identifyRequest } from './identify-request.ts'

/**
 * `/metrics` for Prometheus: for the machine itself, and for administrators' API keys from elsewhere. To others it
 * is not there: figures tell how busy a firm is.
 */
export function addMetrics(server: FastifyInstance, app: App): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until an answer was sent, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const streams = new Gauge({ name: 'event_streams', help: 'Open streams of events.', registers: [registry] })
  const refused = new Counter({
    name: 'http_requests_limited_total',
    help: 'Requests refused as too many.',
    registers: [registry],
  })
  const pool = (name: string, help: string, value: () => number): void => {
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(value()) })
  }
  pool('database_connections', 'Connections of the pool.', () => app.pool.totalCount)
  pool('database_connections_idle', 'Connections of the pool that do nothing.', () => app.pool.idleCount)
  pool('database_requests_waiting', 'Requests waiting for a connection.', () => app.pool.waitingCount)

  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    duration.observe(
      { method: request.method, route, status: `${Math.trunc(reply.statusCode / 100)}xx` },
      reply.elapsedTime / 1000,
    )
    if (reply.statusCode === 429) refused.inc()
  })
  server.decorate('streams', streams)
  server.get('/metrics', async (request, reply) => {
    if (!isLocal(request) && (await identifyRequest(app, request))?.actor.access.administrator !== true)
      throw notFound('page')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** From this machine, and not passed on by a proxy that runs on it. */
function isLocal({ socket, headers }: FastifyRequest): boolean {
  const address = socket.remoteAddress ?? ''
  const passedOn =
    headers['x-forwarded-for'] !== undefined ||
    headers['forwarded'] !== undefined ||
    headers['via'] !== undefined
  return !passedOn && /^(127\.|::1$|::ffff:127\.)/.test(address)
}

declare module 'fastify' {
  interface FastifyInstance {
    streams: Gauge
  }
}
