import { sql } from 'kysely'
import { administratorRole, defaultRoles } from '#platform/organization/server/default-roles.ts'
import { contextFor, systemActor } from '../actions/context-for.ts'
import type { Permissions } from '../access/access.ts'
import type { App } from '../app.ts'
import type { Context, Workspace, WorkspaceSettings } from '../context.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import type { Model } from '#platform/objects/model.ts'
import { invalid, Problem } from '#platform/objects/problem.ts'
import { codeOf } from '../schema/bring-up-to-date.ts'
import { createWorkspace } from '../schema/create-workspace.ts'
import { slugOf } from '../schema/slug.ts'
import { enterAccount } from './accounts.ts'
import { checkPassword, hashPassword } from './password.ts'

export interface NewFirm {
  /** Name of the company; its slug follows from it. */
  readonly workspace: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly settings?: Partial<WorkspaceSettings>
  /** Part of its address; derived from the name when left out. */
  readonly slug?: string
}

/** Fills a new workspace in the transaction that makes it; gets the id of the owner's user record. */
export type Filling = (ctx: Context, owner: string) => Promise<void>

const settled = new WeakSet<App>()

/** Whether there is no workspace yet, so that the first visitor sets one up. */
export async function needsSetUp(app: App): Promise<boolean> {
  if (settled.has(app)) return false
  const { rows } = await sql<{
    there: boolean
  }>`select exists (select from rapport.workspace) as there`.execute(app.db)
  if (rows[0]!.there) settled.add(app)
  return !rows[0]!.there
}

/**
 * Makes the first workspace with its roles and its owner, who is an administrator.
 *
 * @returns the owner's account
 * @throws Problem 409 when there is a workspace already, 422 when a value does not do
 */
export async function firstWorkspace(
  app: App,
  firm: NewFirm,
): Promise<{ readonly account: string; readonly workspace: Workspace }> {
  // Held until the end: two visitors at once must not both become the owner.
  return app.db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(${lock})`.execute(held)
    try {
      if (!(await needsSetUp(app))) {
        throw new Problem({
          status: 409,
          code: 'already_set_up',
          detail: 'This server is set up already. Sign in instead.',
        })
      }
      return await newWorkspace(app, firm)
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(held)
    }
  })
}

const lock = 7_263_041_188_202n

/** A workspace with the usual roles, its owner and what its modules begin with, whole or not at all. */
export async function newWorkspace(
  app: App,
  firm: NewFirm,
  fill?: Filling,
): Promise<{ readonly account: string; readonly workspace: Workspace }> {
  if (firm.name.trim() === '')
    throw invalid([{ field: 'name', code: 'required', message: 'Give your name.' }])
  if (!/^\S+@\S+\.\S+$/.test(firm.email)) {
    throw invalid([
      { field: 'email', code: 'unfit', message: 'Give a mail address such as ada@example.org.' },
    ])
  }
  checkPassword(firm.password, firm.email)
  const hash = await hashPassword(firm.password)
  const code = codeOf(app.declared, app.actions)
  const slug = firm.slug ?? slugOf(firm.workspace)
  const account = await app.db.transaction().execute(async (db) => {
    const row = await createWorkspace(db, code, {
      slug,
      name: firm.workspace,
      ...(firm.settings === undefined ? {} : { settings: firm.settings }),
    })
    const workspace: Workspace = { ...row, model: code.model }
    const ctx = contextFor(app, workspace, systemActor(workspace), 'system', { db })
    let administrator = ''
    for (const role of defaultRoles) {
      const { id } = await ctx.create('role', { ...role, permissions: fitting(role.permissions, code.model) })
      if (role === administratorRole) administrator = id
    }
    const { name, email } = firm
    const user = await ctx.create('user', { name, email, role: administrator })
    for (const module of app.modules) await module.begin?.(ctx)
    await fill?.(ctx, user.id)
    return enterAccount(db, { workspace, user: user.id, name, email, hash })
  })
  return { account: account.id, workspace: await app.workspace(slug) }
}

/** What a role says of objects that no installed area has is left out. */
function fitting({ objects, ...rest }: Permissions, model: Model): JsonObject {
  const known = Object.entries(objects ?? {}).filter(([name]) => model.objects.has(name))
  return { ...rest, ...(known.length === 0 ? {} : { objects: Object.fromEntries(known) }) } as JsonObject
}
