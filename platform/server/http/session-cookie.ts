import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionDays } from '../identity/identify.ts'

/** Over https with the prefix that keeps other hosts of the domain from setting it. */
const nameFor = (request: FastifyRequest): string =>
  request.protocol === 'https' ? '__Host-rapport' : 'rapport'

export function sessionOf(request: FastifyRequest): string | undefined {
  return request.cookies[nameFor(request)]
}

export function setSession(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(nameFor(request), token, { ...options(request), maxAge: sessionDays * 86_400 })
}

export function clearSession(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameFor(request), options(request))
}

const options = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const
