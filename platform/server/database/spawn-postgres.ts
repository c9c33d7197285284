import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { PostgresAccount } from './postgres-account.ts'
import { postgresEnvironment, type PostgresPrograms } from './postgres-programs.ts'

export interface PostgresRun {
  cluster: string
  port: number
  settings: Record<string, string>
  onLine?: (line: string) => void
}

/**
 * Starts the postgres program in a process group of its own, so that Ctrl-C in a terminal reaches us alone and we
 * end it in order. The other way round, a shell beside it waits on a pipe from us: when we are gone without having
 * ended PostgreSQL (kill -9), the pipe breaks and the shell ends it.
 */
export function spawnPostgres(
  programs: PostgresPrograms,
  account: PostgresAccount,
  run: PostgresRun,
): ChildProcess {
  const settings = Object.entries(run.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const postgres = [
    ...account.before,
    programs.postgres,
    '-D',
    run.cluster,
    '-p',
    String(run.port),
    ...settings,
  ]
  const [command, ...args] =
    process.platform === 'win32' ? postgres : ['/bin/sh', '-c', GUARD, 'sh', ...postgres]
  const { uid, gid } = account
  const child = spawn(command!, args, {
    ...(uid !== undefined && { uid, gid }),
    cwd: '/',
    env: postgresEnvironment(),
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  // A line instead of a broken pipe tells the guard that its work is done.
  child.once('exit', () => child.stdin.end('ended\n'))
  child.stdin.on('error', () => undefined)
  createInterface({ input: child.stderr }).on('line', (line) => run.onLine?.(line))
  return child
}

/** Resolves with undefined when PostgreSQL accepts connections, with its reason when it gave up instead. */
export async function untilReady(child: ChildProcess): Promise<string | undefined> {
  let output = ''
  return new Promise((resolve) => {
    const listen = (part: Buffer): void => {
      output += part.toString()
      if (output.includes('ready to accept connections')) finish(undefined)
    }
    const onEnd = (): void => finish(reasonIn(output))
    const onError = (error: Error): void => finish(error.message)
    const finish = (reason: string | undefined): void => {
      child.stderr!.off('data', listen)
      child.off('close', onEnd).off('error', onError)
      resolve(reason)
    }
    child.stderr!.on('data', listen)
    child.once('close', onEnd).once('error', onError)
  })
}

const GUARD = 'exec 3<&0; (read -r line || kill -INT $$) <&3 & exec "$@" </dev/null 3<&-'

function reasonIn(output: string): string {
  const faults = [...output.matchAll(/(?:FATAL|ERROR|PANIC|LOG|DETAIL|HINT|error): +(.*)$/gm)].map(
    (match) => match[1],
  )
  const decisive = [...output.matchAll(/(?:FATAL|PANIC): +(.*)$/gm)].map((match) => match[1])
  return (
    [...decisive, ...faults].filter(Boolean).slice(0, 2).join('; ') || output.trim() || 'it gave no reason'
  )
}
