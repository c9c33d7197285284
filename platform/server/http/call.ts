import type { FastifyReply, FastifyRequest } from 'fastify'
import { contextFor } from '../actions/context-for.ts'
import type { App } from '../app.ts'
import type { Actor, Context, Source, Workspace } from '../context.ts'
import type { Identity } from '../identity/identity.ts'
import { malformed, notFound } from '#platform/objects/problem.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { ServerOptions } from './server-options.ts'

/** A request of somebody known, with what every handler needs of it. */
export interface Call {
  readonly app: App
  readonly options: ServerOptions
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly identity: Identity
  readonly workspace: Workspace
  readonly actor: Actor
  readonly source: Source
  /** Parts of the path, by name. */
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | readonly string[]>>
  /** To ask with; deeds have a context of their own. */
  readonly context: Context
  /** The object of `{plural}`. @throws Problem 404 */
  object(): ObjectModel
  /** The body as an object. @throws Problem 400 when it is none. */
  body(): Readonly<Record<string, any>>
}

export async function callOf(
  app: App,
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  identity: Identity,
): Promise<Call> {
  const workspace = await app.workspace(identity.workspace)
  const { actor } = identity
  const source: Source = actor.kind === 'key' ? 'api' : 'screen'
  const path = request.params as Record<string, string>
  return {
    app,
    options,
    request,
    reply,
    identity,
    workspace,
    actor,
    source,
    path,
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
    body: () => bodyOf(request),
  }
}

/** @throws Problem 400 when the body is no JSON object. */
export function bodyOf(request: FastifyRequest): Readonly<Record<string, any>> {
  const { body } = request
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformed('Send a JSON object as the body.')
  return body as Record<string, any>
}

export function mayKnow({ access }: Actor, object: ObjectModel): boolean {
  return access.level(object, 'read') !== 'none' || access.level(object, 'create') !== 'none'
}
