import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../app.ts'
import type { Actor, Workspace } from '../context.ts'
import { invalid, notFound } from '#platform/objects/problem.ts'
import { identityCache } from './identity-cache.ts'
import { hashOf, newKey } from './secret.ts'

/** An API key as its keepers see it: never the key itself. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  /** The first characters, to tell keys apart. */
  readonly prefix: string
  readonly role: { readonly id: string; readonly title: string | null } | null
  readonly created_by: { readonly id: string; readonly title: string | null } | null
  readonly created_at: string
  readonly last_used_at: string | null
  readonly revoked_at: string | null
}

export async function listKeys(app: App, { id, schema }: Workspace): Promise<readonly ApiKey[]> {
  const link = (
    table: string,
    column: string,
  ) => sql`case when k.${sql.id(column)} is not null then json_build_object(
    'id', k.${sql.id(column)}, 'title', (select name from ${sql.id(schema)}.${sql.id(table)} t where t.id = k.${sql.id(column)})) end`
  const { rows } = await sql<ApiKey>`select k.id, k.name, k.prefix, ${link('role', 'role')} as role,
      ${link('user', 'created_by')} as created_by, k.created_at, k.last_used_at, k.revoked_at
    from rapport.api_key k where k.workspace = ${id} order by k.created_at desc`.execute(app.db)
  return rows
}

/** Makes a key; it is shown this once and kept as a hash. It acts for who made it, under the rights of its own role. */
export async function createKey(
  app: App,
  workspace: Workspace,
  maker: Actor,
  { name, role }: { readonly name: string; readonly role: string },
): Promise<{ readonly id: string; readonly key: string }> {
  const found =
    await sql`select from ${sql.id(workspace.schema)}.role where id = ${role} and deleted_at is null`.execute(
      app.db,
    )
  if (found.rows.length === 0)
    throw invalid([{ field: 'role', code: 'not_found', message: 'Choose one of the roles.' }])
  const [id, key] = [randomUUIDv7(), newKey()]
  await sql`insert into rapport.api_key (id, workspace, name, hash, prefix, role, created_by)
    values (${id}, ${workspace.id}, ${name}, ${hashOf(key)}, ${key.slice(0, 8)}, ${role}, ${maker.id})`.execute(
    app.db,
  )
  return { id, key }
}

/** @throws Problem 404 */
export async function revokeKey(app: App, workspace: Workspace, id: string): Promise<void> {
  const { rows } = await sql<{
    hash: string
  }>`update rapport.api_key set revoked_at = coalesce(revoked_at, now())
    where id = ${id} and workspace = ${workspace.id} returning hash`.execute(app.db)
  if (rows[0] === undefined) throw notFound('API key')
  identityCache(app).forget(`secret ${rows[0].hash}`)
}
