import { sql } from 'kysely'
import { Problem } from '#platform/objects/problem.ts'
import type { Context } from '../context.ts'
import type { Performed } from './perform-action.ts'

export interface IdempotencyKey {
  readonly key: string
  /** Hash of what was asked, so that a key used for something else is noticed. */
  readonly hash: string
}

interface Stored {
  readonly request_hash: string
  readonly body: string | null
}

/**
 * Takes the key for this transaction. A second call with it waits here until the first has ended, then gets its
 * answer. @throws Problem 422 when the key was used for another request
 */
export async function claim(ctx: Context, { key, hash }: IdempotencyKey): Promise<Stored | undefined> {
  const { workspace } = ctx
  const made = await sql`insert into rapport.idempotency (workspace, actor, key, request_hash)
    values (${workspace.id}, ${actorKey(ctx)}, ${key}, ${hash}) on conflict do nothing returning key`.execute(
    ctx.db,
  )
  if (made.rows.length > 0) return undefined
  const { rows } = await sql<Stored>`select request_hash, body from rapport.idempotency
    where workspace = ${workspace.id} and actor = ${actorKey(ctx)} and key = ${key}`.execute(ctx.db)
  const found = rows[0]
  if (found !== undefined && found.request_hash !== hash) {
    throw new Problem({
      status: 422,
      code: 'key_reused',
      detail: 'This Idempotency-Key was used for another request.',
    })
  }
  return found
}

export async function remember(ctx: Context, { key }: IdempotencyKey, performed: Performed): Promise<void> {
  await sql`update rapport.idempotency set body = ${JSON.stringify(performed)}
    where workspace = ${ctx.workspace.id} and actor = ${actorKey(ctx)} and key = ${key}`.execute(ctx.db)
}

export function answered(stored: Stored): Performed {
  return { ...(JSON.parse(stored.body ?? '{}') as Performed), replayed: true }
}

const actorKey = ({ actor }: Context): string => actor.key ?? actor.id ?? 'system'
