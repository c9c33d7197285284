import { sql } from 'kysely'
import { Problem } from '#platform/objects/problem.ts'
import type { Permissions } from '#platform/server/access/access.ts'
import type { Context } from '#platform/server/context.ts'
import { rule } from '#platform/server/modules/server-module.ts'
import { tableOf } from '#platform/server/records/table.ts'

/** Somebody must be able to open the settings again: the last active administrator stays one. */
export const lastAdministratorStays = rule(
  'user',
  { on: ['update'], when: ['role', 'active'] },
  async (ctx, { after }) => {
    if (after['active'] !== false && (await isAdministratorRole(ctx, after['role']))) return
    await demandOtherAdministrator(ctx, { user: after['id'] })
  },
)

export const lastAdministratorIsKept = rule('user', { on: ['delete'] }, async (ctx, { before }) => {
  await demandOtherAdministrator(ctx, { user: before!['id'] })
})

export const lastAdministratorRoleStays = rule(
  'role',
  { on: ['update'], when: 'permissions' },
  async (ctx, { after }) => {
    if ((after['permissions'] as Permissions | null)?.administrator === true) return
    await demandOtherAdministrator(ctx, { role: after['id'] })
  },
)

export const lastAdministratorRoleIsKept = rule('role', { on: ['delete'] }, async (ctx, { before }) => {
  await demandOtherAdministrator(ctx, { role: before!['id'] })
})

async function isAdministratorRole(ctx: Context, role: string | null): Promise<boolean> {
  if (role === null) return false
  const { permissions } = await ctx.read('role', role, ['permissions'])
  return (permissions as Permissions | null)?.administrator === true
}

/** Those who lose their rights in the same change are kept in mind, so that two administrators cannot go at once. */
async function demandOtherAdministrator(
  ctx: Context,
  going: { readonly user?: string; readonly role?: string },
): Promise<void> {
  const gone = (ctx.memo.get(memoKey) ?? new Set()) as Set<string>
  ctx.memo.set(memoKey, gone.add(going.user ?? going.role!))
  const { rows } = await sql<{ before: boolean; after: boolean }>`
    select count(*) > 0 as before, count(*) filter (where not (u.id = any(${[...gone]}::uuid[]) or r.id = any(${[...gone]}::uuid[]))) > 0 as after
    from ${tableOf(ctx.workspace, 'user')} u join ${tableOf(ctx.workspace, 'role')} r on r.id = u.role
    where u.deleted_at is null and r.deleted_at is null and u.active is not false
      and (r.permissions ->> 'administrator')::boolean`.execute(ctx.db)
  const { before, after } = rows[0]!
  if (!before || after) return
  throw new Problem({
    status: 422,
    code: 'last_administrator',
    detail: 'Nobody could change settings any more. Make someone else an administrator first.',
  })
}

const memoKey = 'organization.administrators_going'
