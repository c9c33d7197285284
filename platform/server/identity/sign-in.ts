import { sql } from 'kysely'
import type { App } from '../app.ts'
import { Problem } from '#platform/objects/problem.ts'
import { sessionDays } from './identify.ts'
import { hashPassword, isOutdated, passwordFits } from './password.ts'
import { hashOf, newSecret } from './secret.ts'
import { attemptsOf } from './sign-in-attempts.ts'

export interface SignIn {
  readonly email: string
  readonly password: string
  /** Address it comes from. */
  readonly from: string
  readonly browser: string | undefined
}

/**
 * Begins a session and gives its token. An unknown address, a wrong password and somebody who may no longer sign in
 * get the same answer in the same time.
 *
 * @throws Problem 401 `wrong_credentials`, 429 after too many failures
 */
export async function signIn(app: App, { email, password, from, browser }: SignIn): Promise<string> {
  const attempts = attemptsOf(app)
  attempts.demand(email, from)
  const { rows } = await sql<{ id: string; password_hash: string | null; enters: boolean }>`
    select id, password_hash, exists (select from rapport.membership m where m.account = a.id) as enters
    from rapport.account a where rapport.fold(email) = rapport.fold(${email})`.execute(app.db)
  const account = rows[0]
  const fits = await passwordFits(password, account?.password_hash ?? null)
  if (account === undefined || !fits || !account.enters) {
    attempts.failed(email, from)
    throw new Problem({
      status: 401,
      code: 'wrong_credentials',
      detail: 'The mail address or the password is not right.',
    })
  }
  attempts.succeeded(email)
  if (isOutdated(account.password_hash!)) {
    await sql`update rapport.account set password_hash = ${await hashPassword(password)} where id = ${account.id}`.execute(
      app.db,
    )
  }
  return beginSession(app, account.id, browser)
}

/** A new session of an account, in the workspace it was last in; its token is known to nobody but the browser. */
export async function beginSession(
  app: App,
  account: string,
  browser?: string,
  workspace?: string,
): Promise<string> {
  const token = newSecret()
  await sql`with expired as (delete from rapport.session where account = ${account} and expires_at < now())
    insert into rapport.session (token_hash, account, workspace, expires_at, user_agent)
    values (${hashOf(token)}, ${account}, coalesce(${workspace ?? null}::uuid,
      (select s.workspace from rapport.session s where s.account = ${account} order by s.seen_at desc limit 1)),
      now() + ${`${sessionDays} days`}::interval, ${browser?.slice(0, 300) ?? null})`.execute(app.db)
  return token
}
