import { sql } from 'kysely'
import type { App } from '../app.ts'
import { invalid, notFound } from '#platform/objects/problem.ts'
import { identityCache } from './identity-cache.ts'
import type { Identity } from './identity.ts'
import { checkPassword, hashPassword, passwordFits } from './password.ts'

export async function signOut(app: App, { hash }: Identity): Promise<void> {
  await sql`delete from rapport.session where token_hash = ${hash}`.execute(app.db)
  identityCache(app).forget(`secret ${hash}`)
}

/** Goes on in another workspace of the same account. @throws Problem 404 when it is none */
export async function switchWorkspace(app: App, { hash, account }: Identity, slug: string): Promise<void> {
  const { numAffectedRows } = await sql`update rapport.session set workspace = m.workspace
    from rapport.membership m join rapport.workspace w on w.id = m.workspace
    where token_hash = ${hash} and m.account = ${account} and w.slug = ${slug}`.execute(app.db)
  if (numAffectedRows === 0n) throw notFound(`workspace “${slug}”`)
  identityCache(app).forget(`secret ${hash}`)
}

/** Workspaces that an account may enter, by name. */
export async function workspacesOf(
  app: App,
  account: string,
): Promise<readonly { slug: string; name: string }[]> {
  const { rows } = await sql<{ slug: string; name: string }>`select w.slug, w.name from rapport.membership m
    join rapport.workspace w on w.id = m.workspace where m.account = ${account} order by w.name, w.slug`.execute(
    app.db,
  )
  return rows
}

/** Ends every other session of the account. @throws Problem 422 when the current password is wrong or the new one easy */
export async function changePassword(
  app: App,
  { account, hash }: Identity,
  current: string,
  next: unknown,
): Promise<void> {
  const { rows } = await sql<{ email: string; password_hash: string | null }>`
    select email, password_hash from rapport.account where id = ${account}`.execute(app.db)
  const known = rows[0]
  if (known === undefined || !(await passwordFits(current, known.password_hash))) {
    throw invalid([{ field: 'current', code: 'wrong', message: 'This is not your password.' }])
  }
  checkPassword(next, known.email)
  await setPassword(app, account!, next, hash)
}

/** Sets a password and ends all sessions of the account but one. */
export async function setPassword(app: App, account: string, password: string, keep = ''): Promise<void> {
  const made = await hashPassword(password)
  await sql`with ended as (delete from rapport.session where account = ${account} and token_hash <> ${keep})
    update rapport.account set password_hash = ${made} where id = ${account}`.execute(app.db)
}
