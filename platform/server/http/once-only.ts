import { sql } from 'kysely'
import { Problem } from '#platform/objects/problem.ts'
import type { Call } from './call.ts'
import { idempotencyKey, requestHash } from './perform-call.ts'

interface Kept {
  readonly request_hash: string
  readonly status: number | null
  readonly body: string | null
  readonly stale: boolean
}

/**
 * For POSTs that are no actions (keys, people, files): does it once for an Idempotency-Key and gives the same
 * answer to a repetition. Actions keep theirs in the transaction of the deed, see `actions/idempotency.ts`.
 *
 * @throws Problem 409 while the first is under way, or when its answer was a secret; 422 for another request
 */
export async function onceOnly(
  call: Call,
  answers: 'kept' | 'secret',
  run: () => Promise<unknown>,
): Promise<unknown> {
  const key = idempotencyKey(call)
  if (key === undefined) return run()
  const { app, workspace, actor, reply } = call
  const hash = requestHash(call)
  const who = actor.key ?? actor.id ?? 'system'
  const mine = sql`workspace = ${workspace.id} and actor = ${who} and key = ${key}`
  const claim = () =>
    sql`insert into rapport.idempotency (workspace, actor, key, request_hash)
    values (${workspace.id}, ${who}, ${key}, ${hash}) on conflict do nothing returning key`.execute(app.db)
  let claimed = (await claim()).rows.length > 0
  if (!claimed) {
    const { rows } =
      await sql<Kept>`select request_hash, status, body, status is null and created_at < now() - interval '10 minutes' as stale
      from rapport.idempotency where ${mine}`.execute(app.db)
    const kept = rows[0]
    if (kept !== undefined && kept.request_hash !== hash) {
      throw new Problem({
        status: 422,
        code: 'key_reused',
        detail: 'This Idempotency-Key was used for another request.',
      })
    }
    if (kept?.status != null) {
      if (kept.body === null && answers === 'secret') {
        throw new Problem({
          status: 409,
          code: 'already_done',
          detail: 'This was done already; its answer was a secret and is not kept.',
        })
      }
      reply.code(kept.status).header('idempotent-replayed', 'true')
      return kept.body
    }
    // A process that died in the middle leaves its claim behind.
    if (kept?.stale === true)
      await sql`delete from rapport.idempotency where ${mine} and status is null`.execute(app.db)
    claimed = kept?.stale === true && (await claim()).rows.length > 0
    if (!claimed) {
      const detail = 'The first request with this Idempotency-Key is still under way.'
      throw new Problem({ status: 409, code: 'under_way', detail, more: { retryAfter: 1 } })
    }
  }
  try {
    const answered = await run()
    const body =
      answers === 'secret' || answered === undefined
        ? null
        : typeof answered === 'string'
          ? answered
          : JSON.stringify(answered)
    const status = reply.statusCode === 200 && answered === undefined ? 204 : reply.statusCode
    await sql`update rapport.idempotency set status = ${status}, body = ${body} where ${mine}`.execute(app.db)
    return answered
  } catch (error) {
    await sql`delete from rapport.idempotency where ${mine}`.execute(app.db)
    throw error
  }
}
