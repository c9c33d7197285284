import { randomUUIDv7 } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Workspace } from '../context.ts'
import { Problem } from '#platform/objects/problem.ts'

interface Entrant {
  readonly workspace: Pick<Workspace, 'id'>
  /** Id of the user record in the workspace. */
  readonly user: string
  readonly name: string
  readonly email: string
  /** Hash of the password a new account gets; an account that is there keeps its own. */
  readonly hash: string | null
}

/**
 * Lets a person into a workspace: with the account of this mail address, or a new one.
 *
 * @throws Problem 409 when the account is in the workspace already
 */
export async function enterAccount(
  db: Kysely<any>,
  { workspace, user, name, email, hash }: Entrant,
): Promise<{ readonly id: string; readonly isNew: boolean; readonly hasPassword: boolean }> {
  const enter = async (trx: Kysely<any>) => {
    const made = await sql<{ id: string }>`insert into rapport.account (id, email, name, password_hash)
      values (${randomUUIDv7()}, ${email.trim()}, ${name}, ${hash}) on conflict do nothing returning id`.execute(
      trx,
    )
    const { rows } = await sql<{ id: string; has: boolean }>`select id, password_hash is not null as has
      from rapport.account where rapport.fold(email) = rapport.fold(${email.trim()})`.execute(trx)
    const account = rows[0]!
    const entered = await sql`insert into rapport.membership (account, workspace, user_id)
      values (${account.id}, ${workspace.id}, ${user}) on conflict do nothing returning account`.execute(trx)
    if (entered.rows.length === 0) {
      throw new Problem({
        status: 409,
        code: 'taken',
        detail: 'Somebody with this mail address may sign in here already.',
      })
    }
    return { id: account.id, isNew: made.rows.length > 0, hasPassword: account.has }
  }
  return db.isTransaction ? enter(db) : db.transaction().execute(enter)
}
