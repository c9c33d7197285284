import { sql } from 'kysely'
import type { App } from '../app.ts'
import { identityCache } from './identity-cache.ts'
import type { Identity } from './identity.ts'
import { loadActor } from './load-actor.ts'
import { hashOf, isKey } from './secret.ts'

/** Days after its last use that a session ends. */
export const sessionDays = 30

/** What a request shows to say who it is. */
export interface Credentials {
  readonly session?: string | undefined
  readonly key?: string | undefined
}

/**
 * Who shows these credentials; null when nobody does. Costs no query while the answer is in the cache, which
 * every change of sessions, keys, people, teams and roles empties (see `identity-cache.ts`).
 */
export async function identify(app: App, { session, key }: Credentials): Promise<Identity | null> {
  if (key !== undefined) {
    if (!isKey(key)) return null
    const hash = hashOf(key)
    return identityCache(app).through(hash, () => byKey(app, hash))
  }
  // 256 bits in base64url; anything else is not worth a question to the database.
  if (session === undefined || !/^[\w-]{43}$/.test(session)) return null
  const hash = hashOf(session)
  return identityCache(app).through(hash, () => bySession(app, hash))
}

interface SessionRow {
  readonly account: string
  readonly expires_at: Date
  readonly slug: string
  readonly schema: string
  readonly user_id: string
}

async function bySession(app: App, hash: string): Promise<Identity | null> {
  // A session whose workspace is gone or left goes on in another one of the same account.
  const { rows } = await sql<SessionRow>`
    select s.account, s.expires_at, w.slug, w.schema, m.user_id
    from rapport.session s
    join lateral (
      select * from rapport.membership m where m.account = s.account
      order by (m.workspace = s.workspace) desc nulls last, m.created_at limit 1
    ) m on true
    join rapport.workspace w on w.id = m.workspace
    where s.token_hash = ${hash} and s.expires_at > now()`.execute(app.db)
  const row = rows[0]
  if (row === undefined) return null
  const { settings } = await app.workspace(row.slug)
  const actor = await loadActor(app.db, row.schema, settings, { user: row.user_id })
  if (actor === null) return null
  await sql`update rapport.session set seen_at = now(), expires_at = now() + ${`${sessionDays} days`}::interval
    where token_hash = ${hash} and seen_at < now() - interval '1 hour'`.execute(app.db)
  const { slug: workspace, schema, account } = row
  return { workspace, schema, actor, account, email: actor.email, hash, expires: row.expires_at.getTime() }
}

interface KeyRow {
  readonly id: string
  readonly name: string
  readonly role: string | null
  readonly created_by: string | null
  readonly slug: string
  readonly schema: string
}

async function byKey(app: App, hash: string): Promise<Identity | null> {
  const { rows } = await sql<KeyRow>`
    select k.id, k.name, k.role, k.created_by, w.slug, w.schema
    from rapport.api_key k join rapport.workspace w on w.id = k.workspace
    where k.hash = ${hash} and k.revoked_at is null`.execute(app.db)
  const row = rows[0]
  if (row === undefined || row.created_by === null) return null
  const { settings } = await app.workspace(row.slug)
  const actor = await loadActor(app.db, row.schema, settings, { user: row.created_by, key: row })
  if (actor === null) return null
  // At most once a minute; the cache alone would make it rarer than that.
  await sql`update rapport.api_key set last_used_at = now()
    where id = ${row.id} and (last_used_at is null or last_used_at < now() - interval '1 minute')`.execute(
    app.db,
  )
  const { slug: workspace, schema } = row
  return { workspace, schema, actor, account: null, email: actor.email, hash, expires: Infinity }
}
