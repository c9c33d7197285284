import type { FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import { identify } from '../identity/identify.ts'
import type { Identity } from '../identity/identity.ts'
import { sessionOf } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends it; null while unknown. */
    identity: Identity | null
    /** Id of the change it made. */
    changed: string | null
  }
}

/** Who sends this request: by its key where it has one, else by the session's cookie. */
export async function identifyRequest(app: App, request: FastifyRequest): Promise<Identity | null> {
  const said = request.headers.authorization
  if (said !== undefined) return identify(app, { key: /^Bearer\s+(\S+)$/i.exec(said)?.[1] ?? '' })
  return identify(app, { session: sessionOf(request) })
}
