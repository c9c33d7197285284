import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { randomBytes } from 'node:crypto'
import type { App } from '../app.ts'
import { identityCache } from '../identity/identity-cache.ts'
import { addErrors, sendProblem } from './errors.ts'
import { problemOf } from './problem-document.ts'
import { malformed } from '#platform/objects/problem.ts'
import { addMetrics } from './metrics.ts'
import { addHealth } from './health.ts'
import { addRateLimit } from './rate-limit.ts'
import { addRequestLog } from './request-log.ts'
import { addRoutes } from './add-routes.ts'
import { securityHeaders } from './security-headers.ts'
import type { ServerOptions } from './server-options.ts'
import { addWebApp } from './web-app.ts'

/**
 * The HTTP server: API, events, figures and the web app. Not listening yet.
 *
 * @example const server = buildServer(app, { webFolder: 'apps/web/dist' }); await server.listen({ port: 3000 })
 */
export function buildServer(app: App, options: ServerOptions = {}): FastifyInstance {
  const server = Fastify({
    loggerInstance: app.logger as never,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: options.bodyLimit ?? 4 * 1024 * 1024,
    genReqId: () => randomBytes(9).toString('base64url'),
    routerOptions: { maxParamLength: 1000 },
    // Streams of events stay open; a stop must not wait for them.
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) =>
      void sendProblem(request, reply, problemOf(error) ?? unreadable),
  }) as unknown as FastifyInstance
  server.decorateRequest('identity', null)
  server.decorateRequest('changed', null)
  addErrors(server, app)
  addRequestLog(server)
  addMetrics(server, app)
  server.register(cookie)
  server.register(multipart, {
    limits: { fileSize: options.fileLimit ?? 100 * 1024 * 1024, files: 1, fields: 20, parts: 21 },
  })
  server.addHook('onRequest', securityHeaders)
  server.register(async (scope) => {
    await addRateLimit(scope, app, options)
    addRoutes(scope, app, options)
  })
  addHealth(server, app)
  addWebApp(server, options)
  server.addHook('onReady', () => identityCache(app).listen())
  server.addHook('onClose', () => identityCache(app).stop())
  return server
}

const unreadable = malformed('The address is not readable.')
