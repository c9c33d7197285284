import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import { forbidden, Problem } from '#platform/objects/problem.ts'
import { callOf, visitOf } from './call.ts'
import { needsSetUp } from '../identity/first-workspace.ts'
import { onceOnly } from './once-only.ts'
import { fastifyPath, type OpenRoute, type Route } from './route.ts'
import { openRoutes, routes } from './routes/all.ts'
import { checkSameOrigin } from './same-origin.ts'
import type { ServerOptions } from './server-options.ts'

/** Opens every door of the table, with the same checks in front of each. */
export function addRoutes(scope: FastifyInstance, app: App, options: ServerOptions): void {
  scope.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  // Handlers of raw bodies read the stream themselves; the other routes want JSON.
  scope.register(async (raw) => {
    raw.removeContentTypeParser(['application/json', 'text/plain'])
    raw.addContentTypeParser('*', (_request, _payload, done) => done(null))
    for (const route of routes) if (route.reads === 'raw') open(raw, route)
  })
  scope.register(async (json) => {
    json.removeContentTypeParser(['text/plain', 'multipart/form-data'])
    for (const route of [...routes, ...openRoutes]) if (route.reads !== 'raw') open(json, route)
  })

  function open(on: FastifyInstance, route: Route | OpenRoute): void {
    on.route({
      method: route.method,
      url: fastifyPath(route),
      // Before the body is read: strangers cannot make us parse megabytes.
      onRequest: (request) => admit(app, options, route, request),
      handler: (request, reply) => answer(app, options, route, request, reply),
    })
  }
}

async function admit(
  app: App,
  options: ServerOptions,
  route: Route | OpenRoute,
  request: FastifyRequest,
): Promise<void> {
  if (route.who === 'anyone') {
    // Signing somebody in unasked is an attack as well; scripts send no such header and are no browsers.
    if (request.headers['sec-fetch-site'] !== undefined || request.headers.origin !== undefined)
      checkSameOrigin(request)
    return
  }
  if (request.identity === null) throw await strangersProblem(app, options, request)
  if (request.identity.actor.kind !== 'key') checkSameOrigin(request)
  if (route.who === 'administrator' && !request.identity.actor.access.administrator) {
    throw forbidden('Only administrators may do this.')
  }
}

async function strangersProblem(
  app: App,
  { demo }: ServerOptions,
  request: FastifyRequest,
): Promise<Problem> {
  if (request.headers.authorization !== undefined) {
    return new Problem({
      status: 401,
      code: 'wrong_key',
      detail: 'This API key is not known or no longer valid.',
    })
  }
  if (await needsSetUp(app))
    return new Problem({ status: 401, code: 'set_up', detail: 'This server waits for its first workspace.' })
  const more = demo === undefined ? {} : { demo }
  return new Problem({ status: 401, code: 'sign_in', detail: 'Sign in first.', more })
}

async function answer(
  app: App,
  options: ServerOptions,
  route: Route | OpenRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = visitOf(app, options, request, reply)
  if (route.who === 'anyone') return send(reply, await route.handle(visit))
  const call = await callOf(visit, request.identity!)
  const done =
    route.once === undefined ? route.handle(call) : onceOnly(call, route.once, () => route.handle(call))
  return send(reply, await done)
}

function send(reply: FastifyReply, answered: unknown): FastifyReply {
  if (answered === reply || reply.sent) return reply
  if (answered === undefined || answered === null)
    return reply.code(reply.statusCode === 200 ? 204 : reply.statusCode).send()
  // Lists come as text that PostgreSQL wrote; it is passed through.
  const body = typeof answered === 'string' ? answered : JSON.stringify(answered)
  return reply.type('application/json; charset=utf-8').send(body)
}
