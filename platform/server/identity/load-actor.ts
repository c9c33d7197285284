import { sql, type Kysely } from 'kysely'
import { roleAccess } from '../access/role-access.ts'
import type { Permissions } from '../access/access.ts'
import type { Actor, WorkspaceSettings } from '../context.ts'

interface ActorRow {
  readonly id: string
  readonly name: string | null
  readonly email: string | null
  readonly time_zone: string | null
  readonly locale: string | null
  readonly permissions: Permissions | null
  readonly teams: string[] | null
}

/** Whom to load: the user record, and for a key its id and its own role. */
export interface ActorKey {
  readonly user: string
  readonly key?: { readonly id: string; readonly role: string | null; readonly name: string }
}

/**
 * The person (or key) with everything that decides what it may do, in one statement: user record, permissions of
 * its role, teams it belongs to or leads with all below. Null when the person is gone or no longer active.
 */
export async function loadActor(
  db: Kysely<any>,
  schema: string,
  settings: Pick<WorkspaceSettings, 'zone' | 'locale'>,
  { user, key }: ActorKey,
): Promise<(Actor & { readonly email: string }) | null> {
  const table = (name: string) => sql`${sql.id(schema)}.${sql.id(name)}`
  const { rows } = await sql<ActorRow>`
    with recursive me as (
      select id, name, email, role, team, time_zone, locale from ${table('user')}
      where id = ${user}::uuid and deleted_at is null and active is not false
    ), mine(id) as (
      select t.id from ${table('team')} t, me where (t.id = me.team or t.manager = me.id) and t.deleted_at is null
      union
      select t.id from ${table('team')} t join mine on t.parent = mine.id where t.deleted_at is null
    )
    select me.id, me.name, me.email, me.time_zone, me.locale, r.permissions,
      (select array_agg(mine.id) from mine) as teams
    from me left join ${table('role')} r
      on r.id = ${key === undefined ? sql`me.role` : sql`${key.role}::uuid`} and r.deleted_at is null`.execute(
    db,
  )
  const row = rows[0]
  if (row === undefined) return null
  return {
    kind: key === undefined ? 'person' : 'key',
    id: row.id,
    name: key === undefined ? (row.name ?? '') : key.name,
    email: row.email ?? '',
    ...(key === undefined ? {} : { key: key.id }),
    zone: row.time_zone ?? settings.zone,
    locale: row.locale ?? settings.locale,
    teams: row.teams ?? [],
    access: roleAccess(row.permissions ?? {}),
  }
}
