import { isUuid } from '#platform/fields/id/kind.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { contextFor } from '../actions/context-for.ts'
import type { App } from '../app.ts'
import type { Actor, Context, Source, Workspace } from '../context.ts'
import type { Identity } from '../identity/identity.ts'
import { malformed, notFound } from '#platform/objects/problem.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { ServerOptions } from './server-options.ts'

/** A request of anybody. */
export interface Visit {
  readonly app: App
  readonly options: ServerOptions
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** Parts of the path, by name. */
  readonly path: Readonly<Record<string, string>>
  /** The body as an object. @throws Problem 400 when it is none. */
  body(): Readonly<Record<string, any>>
}

/** A request of somebody known, with what every handler needs of it. */
export interface Call extends Visit {
  readonly identity: Identity
  readonly workspace: Workspace
  readonly actor: Actor
  readonly source: Source
  readonly query: Readonly<Record<string, string | readonly string[]>>
  /** To ask with; deeds have a context of their own. */
  readonly context: Context
  /** The object of `{plural}`. @throws Problem 404 */
  object(): ObjectModel
  /** The id in the path. @throws Problem 404 when it cannot be one */
  id(): string
}

export function visitOf(
  app: App,
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Visit {
  return {
    app,
    options,
    request,
    reply,
    path: request.params as Record<string, string>,
    body: () => bodyOf(request),
  }
}

export async function callOf(visit: Visit, identity: Identity): Promise<Call> {
  const { app, request, path } = visit
  const workspace = await app.workspace(identity.workspace)
  const { actor } = identity
  const source: Source = actor.kind === 'key' ? 'api' : 'screen'
  return {
    ...visit,
    identity,
    workspace,
    actor,
    source,
    query: request.query as Call['query'],
    get context() {
      return contextFor(app, workspace, actor, source)
    },
    object() {
      const object = workspace.model.byPlural(path['plural'] ?? '')
      // An object that the role may not touch at all is not told apart from one that is not there.
      if (!mayKnow(actor, object)) throw notFound(`object “${object.plural}”`)
      return object
    },
    id() {
      const id = path['id'] ?? ''
      if (!isUuid(id)) throw notFound('record')
      return id.toLowerCase()
    },
  }
}

/** @throws Problem 400 when the body is no JSON object. */
function bodyOf(request: FastifyRequest): Readonly<Record<string, any>> {
  const { body } = request
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw malformed('Send a JSON object as the body.')
  return body as Record<string, any>
}

export function mayKnow({ access }: Actor, object: ObjectModel): boolean {
  return access.level(object, 'read') !== 'none' || access.level(object, 'create') !== 'none'
}
