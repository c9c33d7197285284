import { Problem, type FieldError } from '#platform/objects/problem.ts'
import type { Json } from '#platform/objects/json.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Parameters = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface RequestOptions {
  readonly parameters?: Parameters
  /** Sent as JSON; `FormData` and `Blob` go as they are. */
  readonly body?: unknown
  /** The version that was read: a record changed since is not overwritten (412). */
  readonly version?: number
  /** Makes a repeated POST give the first answer again instead of doing it twice. */
  readonly idempotencyKey?: string
  /** Validates and runs the rules, then rolls back. */
  readonly dryRun?: boolean
  readonly signal?: AbortSignal
}

export interface Reply<T> {
  readonly body: T
  readonly status: number
  /** Id of the change that was made, for undo; null when nothing changed. */
  readonly change: string | null
}

export type Send = <T = any>(method: Method, path: string, options?: RequestOptions) => Promise<Reply<T>>

export interface Connection {
  /** Where the API is; default `/api/v1` of the page's own host. */
  readonly base?: string
  /** An API key; a browser needs none, its cookie says who it is. */
  readonly key?: string
  readonly fetch?: typeof globalThis.fetch
}

/**
 * Gives the function that sends requests. What is not a success is thrown as `Problem`; no answer at all has
 * the code `offline` and status 0. A POST with an idempotency key is sent once more after a lost connection.
 */
export function sender({ base = '/api/v1', key, fetch: given }: Connection = {}): Send {
  return async (method, path, options = {}) => {
    const url = base + path + queryText(options.parameters)
    const init = requestInit(method, options, key)
    const answer = await reach(url, init, given ?? globalThis.fetch, options.idempotencyKey !== undefined)
    if (!answer.ok) throw await problemOf(answer)
    const text = await answer.text()
    return {
      body: text === '' ? null : JSON.parse(text),
      status: answer.status,
      change: answer.headers.get('rapport-change'),
    }
  }
}

async function reach(url: string, init: RequestInit, send: typeof fetch, again: boolean): Promise<Response> {
  try {
    return await send(url, init)
  } catch (error) {
    if (init.signal?.aborted === true) throw error
    if (again) return reach(url, init, send, false)
    throw new Problem({
      status: 0,
      code: 'offline',
      detail: 'The server cannot be reached. Check the connection and try again.',
    })
  }
}

function requestInit(method: Method, options: RequestOptions, key: string | undefined): RequestInit {
  const { body, version, idempotencyKey, dryRun, signal } = options
  const raw = body instanceof FormData || body instanceof Blob
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined && !raw) headers['content-type'] = 'application/json'
  if (version !== undefined) headers['if-match'] = `"${version}"`
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey
  if (dryRun === true) headers['rapport-dry-run'] = 'true'
  if (key !== undefined) headers['authorization'] = `Bearer ${key}`
  return {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }
}

function queryText(parameters: Parameters = {}): string {
  const given = Object.entries(parameters).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

async function problemOf(answer: Response): Promise<Problem> {
  const { status } = answer
  const document = (await answer.json().catch(() => ({}))) as Record<string, Json>
  const { type: _type, title, status: _status, code, detail, errors, ...more } = document
  return new Problem({
    status,
    code: String(code ?? 'unknown'),
    detail: String(detail ?? title ?? `The server answered ${status}.`),
    errors: (errors ?? []) as unknown as readonly FieldError[],
    more,
  })
}
