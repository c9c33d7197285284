import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { StartError } from './start-error.ts'

/** How PostgreSQL's programs are run: PostgreSQL refuses to run as root, so root lends it another account. */
export interface PostgresAccount {
  uid?: number
  gid?: number
  /** Words put before a command, when the account needs help to reach its files. */
  before: string[]
  /** Gives a file or an empty folder to the account. */
  own(path: string): void
}

/**
 * The account for PostgreSQL: ourselves, or `postgres` (made if missing) when we are root.
 *
 * @param paths what it must be able to reach: its programs and the folder of the cluster
 * @throws StartError when no account can be made or it cannot reach a path
 */
export function postgresAccount(paths: string[]): PostgresAccount {
  if (process.getuid?.() !== 0) return { before: [], own: () => undefined }
  const { uid, gid } = findAccount() ?? makeAccount()
  const own = (path: string): void => chownSync(path, uid, gid)
  const closed = paths.flatMap(ancestors).find((folder) => !mayEnter(folder, uid, gid))
  if (closed === undefined) return { uid, gid, before: [], own }
  // A clone below /root, which is closed to others, is common. One capability opens the way without
  // changing anybody's folders; it goes to PostgreSQL alone, and we who start it are root anyway.
  // Containers often have only the second one.
  for (const capability of ['dac_read_search', 'dac_override']) {
    const before = withCapability(capability, uid, gid)
    if (spawnSync(before[0]!, [...before.slice(1), 'test', '-x', paths[0]!]).status === 0)
      return { before, own }
  }
  throw new StartError(
    `PostgreSQL does not run as root, and its account "postgres" may not enter ${closed}: ` +
      `move Rapport to another folder, allow it with "chmod o+x ${closed}" or start Rapport as an ordinary user.`,
  )
}

function withCapability(name: string, uid: number, gid: number): string[] {
  const account = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const capability = ['--inh-caps', `+${name}`, '--ambient-caps', `+${name}`]
  // Without this bit, access(2), by which initdb looks for its programs, leaves capabilities out of account.
  return ['setpriv', ...account, ...capability, '--securebits', '+no_setuid_fixup']
}

function findAccount(): { uid: number; gid: number } | undefined {
  const ask = (option: string): number => {
    const reply = spawnSync('id', [option, 'postgres'], { encoding: 'utf8' })
    return reply.status === 0 ? Number(reply.stdout) : Number.NaN
  }
  const [uid, gid] = [ask('-u'), ask('-g')]
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined
}

function makeAccount(): { uid: number; gid: number } {
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin']
  const made = spawnSync('useradd', [...options, 'postgres'], { encoding: 'utf8' })
  const account = findAccount()
  if (account) return account
  const reason = made.error?.message ?? made.stderr.trim()
  throw new StartError(
    `PostgreSQL does not run as root, and the account "postgres" could not be made (${reason}): ` +
      'make it with "useradd --system postgres" or start Rapport as an ordinary user.',
  )
}

function ancestors(path: string): string[] {
  const parent = dirname(resolve(path))
  return parent === resolve(path) ? [parent] : [...ancestors(parent), parent]
}

function mayEnter(folder: string, uid: number, gid: number): boolean {
  if (!existsSync(folder)) return true
  const { mode, uid: owner, gid: group } = statSync(folder)
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
  return (mode & bit) !== 0
}
