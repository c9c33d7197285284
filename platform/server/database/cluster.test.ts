import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testRoot } from '../testing/test-root.ts'
import { startCluster, type Cluster } from './cluster.ts'

let made: string
let folder: string
let running: Cluster[]

// Making a cluster takes most of a second: it is made once, and each test has a copy.
beforeAll(async () => {
  made = mkdtempSync(join(testRoot(), `rapport-test-${process.pid}-made-`))
  await (await startCluster({ folder: made })).stop()
})

beforeEach(() => {
  folder = mkdtempSync(join(testRoot(), `rapport-test-${process.pid}-cluster-`))
  spawnSync('cp', ['-a', `${made}/.`, folder])
  running = []
})

afterEach(async () => {
  for (const cluster of running) await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

afterAll(() => rmSync(made, { recursive: true, force: true }))

describe('an embedded cluster', () => {
  test('keeps what was committed over a stop and a second start', async () => {
    const first = await start()
    await ask(first, 'create table note (text text)')
    await ask(first, "insert into note values ('Öztürk')")
    await first.stop()
    expect(await first.exited).toBe(0)
    const second = await start()
    expect(await ask(second, 'select lower(text) as text from note')).toEqual([{ text: 'öztürk' }])
  })

  test('is durable, in UTC, and knows letters of all languages', async () => {
    const cluster = await start()
    const [row] = await ask(
      cluster,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('timezone') as zone, lower('ÖŁ') as lower, current_setting('server_encoding') as encoding`,
    )
    expect(row).toEqual({ fsync: 'on', commit: 'on', zone: 'UTC', lower: 'öł', encoding: 'UTF8' })
  })

  test('lets nobody in without its password, which only its owner can read', async () => {
    const cluster = await start()
    const address = new URL(cluster.url())
    address.password = 'guess'
    await expect(new pg.Client(address.href).connect()).rejects.toThrow(/password authentication failed/)
    expect(statSync(join(folder, 'password')).mode & 0o077).toBe(0)
  })

  test('starts again after its postmaster was killed', async () => {
    const cluster = await start()
    await ask(cluster, 'create table note (text text)')
    const busy = new pg.Client(cluster.url())
    busy.on('error', () => undefined)
    await busy.connect()
    const sleeping = busy.query('select pg_sleep(60)').catch(() => undefined)
    process.kill(cluster.pid, 'SIGKILL')
    expect(await cluster.exited).toBeNull()
    const again = await start()
    expect(await ask(again, 'select * from note')).toEqual([])
    await sleeping
  })

  test('ends by itself when the process that started it is killed', async () => {
    const { pid, kill } = await startElsewhere()
    kill()
    await until(() => !isRunning(pid))
  })

  test('takes over from an owner that was killed this very moment', async () => {
    const { pid, kill } = await startElsewhere()
    kill()
    const cluster = await start()
    expect(cluster.pid).not.toBe(pid)
    expect(isRunning(pid)).toBe(false)
    expect(await ask(cluster, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('is not stopped by a process number that another program has now', async () => {
    const first = await start()
    await first.stop()
    const file = join(folder, 'cluster', 'postmaster.pid')
    writeFileSync(file, `${process.ppid}\n${join(folder, 'cluster')}\n1\n1\n\n\n\n\n`)
    expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('is made anew when making it was interrupted', async () => {
    rmSync(join(folder, 'cluster'), { recursive: true })
    mkdirSync(join(folder, 'cluster.new'))
    writeFileSync(join(folder, 'cluster.new', 'PG_VERSION'), '18\n')
    expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('tells in a sentence why PostgreSQL did not start', async () => {
    await (await start()).stop()
    writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '12\n')
    await expect(start()).rejects.toThrow(/^PostgreSQL did not start on .*: .*(incompatible|version 12)/)
  })

  test('passes on the lines of its log', async () => {
    const lines: string[] = []
    const cluster = await start((line) => lines.push(line))
    await ask(cluster, 'select 1/0').catch(() => undefined)
    await until(() => lines.some((line) => line.includes('division by zero')))
  })
})

async function start(onLine?: (line: string) => void): Promise<Cluster> {
  const cluster = await startCluster({ folder, ...(onLine && { onLine }) })
  running.push(cluster)
  return cluster
}

async function ask(cluster: Cluster, sql: string): Promise<unknown[]> {
  const client = new pg.Client(cluster.url())
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows as unknown[]
  } finally {
    await client.end()
  }
}

/** A cluster on the same folder whose owner is another process. */
async function startElsewhere(): Promise<{ pid: number; kill: () => void }> {
  const file = fileURLToPath(new URL('cluster.ts', import.meta.url))
  const script = `const { startCluster } = await import(process.argv[1])
    const cluster = await startCluster({ folder: process.argv[2] })
    console.log('ready')
    await cluster.exited`
  const args = ['--input-type=module', '-e', script, file, folder]
  const owner = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((ready) => owner.stdout.once('data', ready))
  const pid = Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
  expect(isRunning(pid)).toBe(true)
  return { pid, kill: () => owner.kill('SIGKILL') }
}

function isRunning(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
  return state !== '' && !state.startsWith('Z')
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (condition()) return
    await sleep(10)
  }
  expect(condition()).toBe(true)
}
