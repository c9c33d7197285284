import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PostgresAccount } from './postgres-account.ts'
import { postgresEnvironment, type PostgresPrograms } from './postgres-programs.ts'
import { StartError } from './start-error.ts'

/** The superuser of an embedded cluster. */
export const CLUSTER_USER = 'rapport'

/** What is in a cluster's folder: `cluster` is PostgreSQL's own, `password` that of its superuser. */
export interface ClusterFiles {
  cluster: string
  password: string
}

/**
 * Makes the database cluster in `folder` unless it is there, and tells where it is and its password.
 * It is made aside and moved into place when complete: an interruption leaves nothing half made.
 *
 * @throws StartError with the reason PostgreSQL gave
 */
export async function createCluster(
  folder: string,
  programs: PostgresPrograms,
  account: PostgresAccount,
): Promise<ClusterFiles> {
  const cluster = join(folder, 'cluster')
  if (!existsSync(cluster)) {
    const unfinished = join(folder, 'cluster.new')
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { mode: 0o700 })
    account.own(unfinished)
    await initialize(unfinished, writePassword(folder, account), programs, account)
    renameSync(unfinished, cluster)
  }
  return { cluster, password: readPassword(folder) }
}

function writePassword(folder: string, account: PostgresAccount): string {
  const file = join(folder, 'password')
  writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flush: true })
  account.own(file)
  return file
}

function readPassword(folder: string): string {
  try {
    return readFileSync(join(folder, 'password'), 'utf8')
  } catch (cause) {
    throw new StartError(
      `The database's password in ${folder} cannot be read: start Rapport as the user who made this folder.`,
      { cause },
    )
  }
}

async function initialize(
  target: string,
  passwordFile: string,
  programs: PostgresPrograms,
  account: PostgresAccount,
): Promise<void> {
  const [command, ...args] = [
    ...account.before,
    programs.initdb,
    ...['-D', target, '-U', CLUSTER_USER, '-E', 'UTF8', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
    // With locale C, pg_trgm would drop every letter outside ASCII; an ICU default would tie indexes to its version.
    ...['--locale-provider=builtin', '--builtin-locale=PG_UNICODE_FAST', '--locale=C.UTF-8'],
    // The password has 256 random bits: thousands of rounds would only make each connection slower.
    ...['-c', 'scram_iterations=1'],
  ]
  const { uid, gid } = account
  const env = postgresEnvironment()
  const child = spawn(command!, args, { ...(uid !== undefined && { uid, gid }), cwd: '/', env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += String(part)))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code === 0) return
  const reason =
    /^initdb: error: (.*)$/m.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? `exit code ${code}`
  throw new StartError(`The database could not be made in ${target}: ${reason}`)
}
