import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import pg from 'pg'
import { startCluster } from '../database/cluster.ts'
import { prepareTemplate } from './prepare-template.ts'
import { testRoot } from './test-root.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the cluster's maintenance database, for tests that need databases of their own. */
    adminUrl: string
  }
}

/** Starts one PostgreSQL for the whole run, with a template that each test database is a copy of. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  removeAbandoned()
  const folder = mkdtempSync(join(testRoot(), `${PREFIX}${process.pid}-`))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const cluster = await startCluster({ folder: join(folder, 'pg'), settings: FAST })
    try {
      await makeTemplate(cluster.url(), cluster.url('template_rapport'))
    } catch (error) {
      await cluster.stop()
      throw error
    }
    project.provide('adminUrl', cluster.url())
    return async () => {
      await cluster.stop()
      remove()
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** Nothing here outlives the run, so nothing need survive a crash. */
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  max_connections: '300',
}

const PREFIX = 'rapport-test-'
/** A run that was killed could not tidy up. */
function removeAbandoned(): void {
  for (const name of readdirSync(testRoot()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0])
    if (!isAlive(pid)) rmSync(join(testRoot(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function makeTemplate(adminUrl: string, templateUrl: string): Promise<void> {
  const admin = new pg.Client(adminUrl)
  await admin.connect()
  await admin.query('create database template_rapport')
  await admin.end()
  await prepareTemplate(templateUrl)
}
