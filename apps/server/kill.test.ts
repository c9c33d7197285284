import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testRoot } from '#platform/server/testing/test-root.ts'

const program = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const rowsOfFile = 12_000
const rounds = ['server', 'server', 'postmaster', 'server'] as const

let data: string
let key: string
let server: {
  readonly child: ChildProcess
  readonly address: string
  readonly ended: Promise<number | null>
  readonly said: string[]
}

/** A company that somebody asked for: its idempotency key is sent again until there is an answer. */
interface Wanted {
  readonly name: string
  readonly once: string
  id?: string
  /** The last value that was acknowledged, and one that is under way. */
  employees?: number
  trying?: number
}
const wanted: Wanted[] = []

beforeAll(async () => {
  data = await mkdtemp(join(testRoot(), 'rapport-kill-'))
  await rapport(
    'workspace',
    'add',
    '--title',
    'Firm',
    '--name',
    'Owner',
    '--email',
    'owner@example.com',
    '--password',
    'harbour lights 42',
  )
  key = (await rapport('key', 'create', '--name', 'test', '--role', 'Administrator')).said.trim()
  server = await started()
}, 120_000)

afterAll(async () => {
  server?.child.kill('SIGKILL')
  await server?.ended
  await sleep(300)
  await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

test(
  'whatever is killed during edits and an import: what was acknowledged is there, nothing is there twice, all goes on',
  { timeout: 240_000 },
  async () => {
    const job = await beginImport()
    for (const victim of rounds) {
      const working = new AbortController()
      const writers = [0, 1, 2].map((writer) => write(writer, working.signal))
      await sleep(500 + Math.random() * 1_200)
      kill(victim)
      const code = await server.ended
      if (victim === 'postmaster') expect(code, server.said.join('\n')).toBe(1)
      working.abort()
      await Promise.all(writers)
      server = await started()
    }
    for (const one of wanted) while (!(await attempt(one))) await sleep(50)
    await importEnds(job)
    await companiesAreAsAcknowledged()
    await everybodyIsThereOnce()
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(server.said.filter((line) => /terminating connection|"level":[56]0/.test(line))).toEqual([])
    // The doctor compares search with the records, and readers with the log.
    const doctor = await rapport('doctor')
    expect(doctor.said).not.toMatch(/WRONG|log entries to read/)
    expect(doctor.code).toBe(0)
  },
)

async function write(writer: number, stop: AbortSignal): Promise<void> {
  const mine: Wanted[] = wanted.filter((one) => one.name.startsWith(`Writer ${writer} `))
  while (!stop.aborted) {
    const fresh: Wanted = { name: `Writer ${writer} company ${mine.length}`, once: randomUUID() }
    mine.push(fresh)
    wanted.push(fresh)
    if (!(await attempt(fresh))) return
    const other = mine[Math.floor(Math.random() * mine.length)]!
    if (other.id === undefined) continue
    other.trying = (other.employees ?? 0) + 1
    const changed = await asked('PATCH', `/api/v1/companies/${other.id}`, { employees: other.trying })
    if (changed?.status !== 200) return
    other.employees = other.trying
  }
}

/** @returns whether it is acknowledged now */
async function attempt(one: Wanted): Promise<boolean> {
  if (one.id !== undefined) return true
  const answer = await asked('POST', '/api/v1/companies', { name: one.name }, { 'idempotency-key': one.once })
  if (answer === undefined || answer.status !== 201) return false
  one.id = answer.body.id
  return true
}

async function companiesAreAsAcknowledged(): Promise<void> {
  expect(wanted.length).toBeGreaterThan(20)
  const companies = new Map<string, { id: string; name: string; employees: number | null }>()
  const names: string[] = []
  for (const line of (await exported('companies', 'id,name,employees')).split('\n').filter(Boolean)) {
    const company = JSON.parse(line)
    companies.set(company.id, company)
    names.push(company.name)
  }
  expect(names.sort()).toEqual(wanted.map((one) => one.name).sort())
  for (const { id, employees, trying } of wanted)
    expect([employees ?? null, trying ?? null]).toContain(companies.get(id!)?.employees)
}

async function everybodyIsThereOnce(): Promise<void> {
  const people = (await exported('people', 'family_name')).split('\n').filter(Boolean)
  expect(people).toHaveLength(rowsOfFile)
  expect(new Set(people.map((line) => JSON.parse(line).family_name)).size).toBe(rowsOfFile)
}

async function beginImport(): Promise<string> {
  const file = ['given,family,mail']
  for (let at = 0; at < rowsOfFile; at++) file.push(`Ada,Person ${at},ada.${at}@example.com`)
  const mapping = JSON.stringify({ given: 'given_name', family: 'family_name', mail: 'emails' })
  const answer = await fetch(
    `${server.address}/api/v1/people/import?mapping=${encodeURIComponent(mapping)}&duplicates=create`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' },
      body: file.join('\n'),
    },
  )
  const body = (await answer.json()) as { id: string }
  expect(answer.status, JSON.stringify(body)).toBe(202)
  return body.id
}

async function importEnds(job: string): Promise<void> {
  for (;;) {
    const { body } = (await asked('GET', `/api/v1/jobs/${job}`))!
    expect(['waiting', 'running', 'done'], JSON.stringify(body)).toContain(body.state)
    if (body.state === 'done')
      return expect(body.result).toMatchObject({ read: rowsOfFile, created: rowsOfFile, rejected: 0 })
    await sleep(200)
  }
}

async function exported(plural: string, fields: string): Promise<string> {
  const answer = await fetch(`${server.address}/api/v1/${plural}/export?format=ndjson&fields=${fields}`, {
    headers: { authorization: `Bearer ${key}` },
  })
  expect(answer.status).toBe(200)
  return answer.text()
}

/** @returns nothing when the server was not there (any more) to answer */
async function asked(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: any } | undefined> {
  try {
    const answer = await fetch(server.address + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: await answer.json() }
  } catch {
    return undefined
  }
}

function kill(victim: (typeof rounds)[number]): void {
  if (victim === 'server') server.child.kill('SIGKILL')
  else
    process.kill(
      Number(readFileSync(join(data, 'pg', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGKILL',
    )
}

const environment = () => ({
  PATH: process.env['PATH'] ?? '',
  RAPPORT_DATA: data,
  RAPPORT_DEMO: '0',
  PORT: '0',
})

async function started(): Promise<typeof server> {
  const child = spawn(process.execPath, [program('main.ts')], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  const address = await new Promise<string>((ready, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /ready: (\S+)/.exec(line)
      if (found !== null) ready(found[1]!)
    })
    void ended.then((code) => fail(new Error(`The server ended with ${code}: ${said.join('\n')}`)))
  })
  return { child, address, ended, said }
}

async function rapport(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [program('../cli/main.ts'), ...args], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (part) => (said += String(part)))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, said }
}
