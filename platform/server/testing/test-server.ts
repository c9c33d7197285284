import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { enterAccount } from '../identity/accounts.ts'
import { createKey } from '../identity/api-keys.ts'
import { beginSession } from '../identity/sign-in.ts'
import type { Permissions } from '../access/access.ts'
import type { Actor } from '../context.ts'
import { buildServer } from '../http/server.ts'
import type { ServerOptions } from '../http/server-options.ts'
import type { ServerModule } from '../modules/server-module.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import { aTestApp, type TestApp } from './test-app.ts'

export interface Sent {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Received {
  readonly status: number
  readonly headers: Headers
  /** The body as JSON, null without one. */
  readonly body: any
  readonly text: string
}

/** Sends requests as somebody. */
export type Door = (method: string, path: string, sent?: Sent) => Promise<Received>

export interface TestServer {
  readonly test: TestApp
  readonly server: FastifyInstance
  /** `http://127.0.0.1:…` */
  readonly address: string
  /** A stranger. */
  readonly stranger: Door
  /** A person with a session, as a browser sends it. */
  person(
    name: string,
    permissions?: Permissions,
    values?: JsonObject,
  ): Promise<{ readonly actor: Actor; readonly cookie: string; readonly door: Door }>
  /** A key with a role of its own, made by an administrator. */
  key(permissions?: Permissions): Promise<{ readonly key: string; readonly door: Door }>
  close(): Promise<void>
}

/**
 * A server on a port of its own, with a workspace, over which tests speak HTTP.
 *
 * @example
 * const it = await aTestServer()
 * const { door } = await it.person('Ada')
 * expect((await door('GET', '/api/v1/companies')).status).toBe(200)
 */
export async function aTestServer(
  modules?: readonly ServerModule[],
  options: ServerOptions = {},
): Promise<TestServer> {
  const test = await aTestApp(modules)
  const { app, workspace } = test
  const server = buildServer(app, options)
  await server.listen({ host: '127.0.0.1', port: 0 })
  const address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const door =
    (standing: Readonly<Record<string, string>>): Door =>
    (method, path, sent) =>
      send(address + path, method, standing, sent)
  let keys = 0
  return {
    test,
    server,
    address,
    stranger: door({}),
    async person(name, permissions, values) {
      const actor = await test.person(name, permissions, values)
      const email = `${actor.id}@example.com`
      const account = await enterAccount(app.db, { workspace, user: actor.id!, name, email, hash: null })
      const cookie = `rapport=${await beginSession(app, account.id, 'test', workspace.id)}`
      return { actor, cookie, door: door({ cookie, 'sec-fetch-site': 'same-origin' }) }
    },
    async key(permissions = { administrator: true }) {
      const keeper = await test.person(`Keeper ${++keys}`)
      const role = await test.perform(test.system, 'role', 'create', {
        values: { name: `Key ${keys}`, permissions: permissions as never },
      })
      const { key } = await createKey(app, workspace, keeper, { name: `Key ${keys}`, role: role.id })
      return { key, door: door({ authorization: `Bearer ${key}` }) }
    },
    async close() {
      await server.close()
      await test.close()
    },
  }
}

async function send(
  url: string,
  method: string,
  standing: Readonly<Record<string, string>>,
  { body, headers }: Sent = {},
): Promise<Received> {
  const isRaw =
    body === undefined || typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...standing, ...(isRaw ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
  })
  const text = await answer.text()
  const isJson = /[/+]json/.test(answer.headers.get('content-type') ?? '')
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: isJson && text !== '' ? JSON.parse(text) : null,
  }
}
