import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from './start-error.ts'

const PATIENCE_MS = 30_000

/**
 * Ends a PostgreSQL that an earlier process of ours left running on this cluster (it was killed, or is still
 * shutting down), and removes a `postmaster.pid` whose number now belongs to some other program.
 *
 * @param cluster PostgreSQL's data folder
 * @throws StartError when it does not end
 */
export async function endLeftover(cluster: string): Promise<void> {
  const pid = leftoverPid(cluster)
  if (pid === undefined) return
  if (!serves(pid, cluster)) {
    // PostgreSQL would take any living process of that number for its predecessor and refuse to start.
    rmSync(join(cluster, 'postmaster.pid'), { force: true })
    return
  }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (await endsBy(signal, pid, cluster)) return
  }
  throw new StartError(
    `An earlier PostgreSQL (process ${pid}) still runs on ${cluster} and does not end: stop it.`,
  )
}

function leftoverPid(cluster: string): number | undefined {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined
  } catch {
    return undefined
  }
}

async function endsBy(signal: NodeJS.Signals, pid: number, cluster: string): Promise<boolean> {
  try {
    process.kill(pid, signal)
  } catch {
    return !serves(pid, cluster)
  }
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(20)) {
    if (!serves(pid, cluster)) return true
  }
  return false
}

/** Whether this process is a PostgreSQL of that folder; its command line names the folder. */
function serves(pid: number, cluster: string): boolean {
  const command =
    process.platform === 'linux'
      ? readCommandLine(pid)
      : spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return command.includes('postgres') && command.includes(cluster)
}

function readCommandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
