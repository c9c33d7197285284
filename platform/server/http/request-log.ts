import type { FastifyInstance } from 'fastify'

/**
 * One line per answered request: the route's pattern, never the address, whose parts and parameters may be
 * somebody's data.
 */
export function addRequestLog(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('request-id', request.id)
  })
  server.addHook('onResponse', async (request, reply) => {
    const line = {
      req_id: request.id,
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(request.identity === null
        ? {}
        : {
            workspace: request.identity.workspace,
            actor: request.identity.actor.key ?? request.identity.actor.id,
          }),
      ...(request.changed === null ? {} : { change: request.changed }),
    }
    // Pages and their parts say nothing of interest when they went well.
    if (
      reply.statusCode < 400 &&
      (request.routeOptions.url === '/*' || request.routeOptions.url === undefined)
    )
      request.log.debug(line, 'request')
    else request.log.info(line, 'request')
  })
}
