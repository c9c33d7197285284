import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { App } from '../app.ts'
import { Problem } from '#platform/objects/problem.ts'
import { identifyRequest } from './identify-request.ts'
import type { ServerOptions } from './server-options.ts'

const windowSeconds = 60

/**
 * Says who sends each request and counts them: per key or person, per address for strangers. The counts are this
 * process's own; more processes allow more.
 */
export async function addRateLimit(scope: FastifyInstance, app: App, options: ServerOptions): Promise<void> {
  const most = options.requestsPerMinute ?? 3000
  await scope.register(rateLimit, {
    global: false,
    max: most,
    timeWindow: windowSeconds * 1000,
    cache: 20_000,
  })
  const count = scope.createRateLimit({
    keyGenerator: ({ identity, ip }) =>
      identity === null ? `from ${ip}` : (identity.actor.key ?? identity.hash),
  })
  scope.addHook('onRequest', async (request, reply) => {
    request.identity = await identifyRequest(app, request)
    const limit = await count(request)
    if (limit.isAllowed) return
    const wait = Math.max(1, limit.ttlInSeconds)
    reply.header('ratelimit-policy', `"requests";q=${most};w=${windowSeconds}`)
    reply.header('ratelimit', `"requests";r=${limit.remaining};t=${wait}`)
    if (!limit.isExceeded) return
    const detail = `Too many requests in a minute. Go on in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`
    throw new Problem({ status: 429, code: 'too_many_requests', detail, more: { retryAfter: wait } })
  })
}
