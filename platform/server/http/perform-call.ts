import { createHash } from 'node:crypto'
import { performAction } from '../actions/perform-action.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Call } from './call.ts'

/** Performs an action for a request, with its headers: dry run, idempotency key and the id of the change. */
export async function performCall(
  call: Call,
  object: string,
  action: string,
  input: JsonObject,
  { once = true }: { readonly once?: boolean } = {},
): Promise<any> {
  const { app, workspace, actor, source, request, reply } = call
  const key = once ? idempotencyKey(call) : undefined
  const { answer, change, replayed } = await performAction(
    app,
    {
      workspace,
      actor,
      source,
      dryRun: isDryRun(call),
      ...(key === undefined ? {} : { idempotency: { key, hash: requestHash(call) } }),
    },
    object,
    action,
    input,
  )
  if (!isDryRun(call)) reply.header('rapport-change', change)
  if (replayed === true) reply.header('idempotent-replayed', 'true')
  request.changed = change
  return answer
}

export const isDryRun = ({ request }: Call): boolean => request.headers['rapport-dry-run'] === 'true'

/** @throws Problem 400 when the key is not one */
export function idempotencyKey({ request }: Call): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined || request.method !== 'POST') return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw malformed('An Idempotency-Key has 1 to 200 letters, digits and signs.')
  }
  return key
}

/** Tells a repetition from another request under the same key. */
export function requestHash({ request }: Call): string {
  const said = JSON.stringify([
    request.method,
    request.url,
    request.headers['rapport-dry-run'] ?? null,
    request.body ?? null,
  ])
  return createHash('sha256').update(said).digest('hex')
}

/** The version that `If-Match` names. @throws Problem 400 when it names none */
export function ifMatch({ request }: Call): number | undefined {
  const given = request.headers['if-match']
  if (given === undefined || given === '*') return undefined
  const found = /^(?:W\/)?"(\d{1,9})"$/.exec(given.trim())
  if (found === null) throw malformed('If-Match is the ETag of the record: its version in double quotes.')
  return Number(found[1])
}

export const etag = (version: number): string => `"${version}"`
