import { sql } from 'kysely'
import type { App } from '../app.ts'
import type { Actor, Source, Workspace } from '../context.ts'
import { performAction } from '../actions/perform-action.ts'
import { invalid, notFound, Problem } from '#platform/objects/problem.ts'
import { enterAccount } from './accounts.ts'
import { checkPassword, hashPassword } from './password.ts'
import { setPassword } from './sessions.ts'
import { hashOf, newSecret } from './secret.ts'

/** Who does it, and where. */
export interface Doer {
  readonly workspace: Workspace
  readonly actor: Actor
  readonly source: Source
}

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly team?: string | null
  readonly password?: string
}

export interface AddedPerson {
  readonly user: { readonly id: string }
  /** Where the person chooses a password; null when there is one already. */
  readonly invitation: string | null
}

const invitationDays = 14

/**
 * Adds somebody to the workspace: the user record, and the account to sign in with. Who has an account already (of
 * another workspace) keeps its password.
 *
 * @throws Problem 409 when the address is taken here, 422 for values that do not do
 */
export async function addPerson(app: App, doer: Doer, person: NewPerson): Promise<AddedPerson> {
  const { name, email, role, team = null, password } = person
  if (password !== undefined) checkPassword(password, email)
  const hash = password === undefined ? null : await hashPassword(password)
  const values = { name, email, role, ...(team === null ? {} : { team }) }
  const { answer } = await performAction(app, doer, 'user', 'create', { values })
  const user = answer as { readonly id: string }
  try {
    const account = await enterAccount(app.db, {
      workspace: doer.workspace,
      user: user.id,
      name,
      email,
      hash,
    })
    return { user, invitation: account.hasPassword ? null : await invite(app, doer, account.id) }
  } catch (error) {
    // The record without a way to sign in would be half of the deed.
    await performAction(app, doer, 'user', 'delete', { id: user.id })
    throw error
  }
}

/** A fresh link to choose a password with; older ones of the person end. @throws Problem 404, 409 */
export async function inviteAgain(app: App, doer: Doer, user: string): Promise<string> {
  const { rows } = await sql<{ account: string; elsewhere: boolean }>`select m.account,
      exists (select from rapport.membership o where o.account = m.account and o.workspace <> m.workspace) as elsewhere
    from rapport.membership m where m.workspace = ${doer.workspace.id} and m.user_id = ${user}`.execute(
    app.db,
  )
  const found = rows[0]
  if (found === undefined) throw notFound('person with an account')
  if (found.elsewhere) {
    const detail = 'This person is in other workspaces too, so nobody here may replace the password.'
    throw new Problem({ status: 409, code: 'in_other_workspaces', detail })
  }
  return invite(app, doer, found.account)
}

async function invite(app: App, { workspace, actor }: Doer, account: string): Promise<string> {
  const token = newSecret()
  await sql`with former as (delete from rapport.invitation where account = ${account})
    insert into rapport.invitation (token_hash, account, workspace, created_by, expires_at)
    values (${hashOf(token)}, ${account}, ${workspace.id}, ${actor.id}, now() + ${`${invitationDays} days`}::interval)`.execute(
    app.db,
  )
  return `/invitation/${token}`
}

export interface Invitation {
  readonly account: string
  readonly workspaceId: string
  readonly workspace: string
  readonly name: string
  readonly email: string
}

/** What a link invites to. @throws Problem 404 when it is used, replaced or too old */
export async function invitationOf(app: App, token: string): Promise<Invitation> {
  const { rows } =
    await sql<Invitation>`select i.account, i.workspace as "workspaceId", w.name as workspace, a.name, a.email
    from rapport.invitation i join rapport.account a on a.id = i.account join rapport.workspace w on w.id = i.workspace
    where i.token_hash = ${hashOf(token)} and i.expires_at > now()`.execute(app.db)
  if (rows[0] !== undefined) return rows[0]
  throw new Problem({
    status: 404,
    code: 'not_found',
    detail: 'This invitation was used or is too old. Ask for a new one.',
  })
}

/** Sets the password that the invited person chose. @throws Problem 404, 422 */
export async function acceptInvitation(app: App, token: string, password: unknown): Promise<Invitation> {
  const invitation = await invitationOf(app, token)
  checkPassword(password, invitation.email)
  const used =
    await sql`delete from rapport.invitation where token_hash = ${hashOf(token)} returning account`.execute(
      app.db,
    )
  if (used.rows.length === 0) return invitationOf(app, token)
  await setPassword(app, invitation.account, password)
  return invitation
}

/** Ends what the person may do here; the record stays, with everything the person did. @throws Problem 404, 422 */
export async function deactivate(
  app: App,
  doer: Doer,
  user: string,
): Promise<{ answer: unknown; change: string }> {
  if (user === doer.actor.id)
    throw invalid([{ field: 'id', code: 'self', message: 'You cannot deactivate yourself.' }])
  const done = await performAction(app, doer, 'user', 'update', { id: user, values: { active: false } })
  await sql`delete from rapport.session s using rapport.membership m
    where m.account = s.account and s.workspace = m.workspace and m.user_id = ${user} and m.workspace = ${doer.workspace.id}`.execute(
    app.db,
  )
  return done
}
