import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import { notFound, Problem } from '#platform/objects/problem.ts'
import { problemDocument, problemOf } from './problem-document.ts'
import { methodsOf } from './methods-of.ts'

/** Everything that is no success becomes a problem document; what we did not foresee a bare 500, found in the log. */
export function addErrors(server: FastifyInstance, app: App): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const known = problemOf(error)
    if (known === undefined || known.status >= 500) {
      app.logger.error({ err: error, req_id: request.id, route: request.routeOptions?.url }, 'request failed')
    } else if (!(error instanceof Problem) && typeof error.code === 'string' && /^22/.test(error.code)) {
      // Should have been refused with a better sentence before it reached the database.
      app.logger.warn(
        { err: error, req_id: request.id, route: request.routeOptions?.url },
        'database refused a value',
      )
    }
    return sendProblem(request, reply, known ?? fault)
  })
}

/** No such address, or not with this method. */
export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const allowed = methodsOf(request.url.split('?', 1)[0]!)
  if (allowed.length === 0) return sendProblem(request, reply, notFound('page'))
  reply.header('allow', allowed.join(', '))
  const detail = `${request.method} is not possible here; try ${allowed.join(' or ')}.`
  return sendProblem(request, reply, new Problem({ status: 405, code: 'method_not_allowed', detail }))
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const { retryAfter } = problem.more as { retryAfter?: number }
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
  else if (problem.status === 503) reply.header('retry-after', '2')
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(problem, request.id)))
}

const fault = new Problem({
  status: 500,
  code: 'internal',
  detail: 'Something went wrong on the server. Give the number below to whoever runs it.',
})
