import { pino } from 'pino'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonObject } from '#platform/objects/json.ts'
import { roleAccess } from '../access/role-access.ts'
import type { Permissions } from '../access/access.ts'
import { contextFor, systemActor } from '../actions/context-for.ts'
import { performAction, type Call } from '../actions/perform-action.ts'
import type { Actor, Context, Workspace } from '../context.ts'
import type { ServerModule } from '../modules/server-module.ts'
import { openApp, type AppOptions, type OpenApp } from '../open-app.ts'
import { testDatabase } from './database.ts'
import { testModules } from './test-firm.ts'

/** A running installation with one workspace on a database of its own. */
export interface TestApp {
  readonly app: OpenApp
  readonly url: string
  readonly workspace: Workspace
  /** The system, who may do everything. */
  readonly system: Actor
  /** A person who is there as a user record, with the given permissions. */
  person(name: string, permissions?: Permissions, values?: JsonObject): Promise<Actor>
  /** A question of this actor, outside any transaction. */
  as(actor: Actor): Context
  /** Performs an action through the door that everything uses. */
  perform(actor: Actor, object: string, action: string, input: JsonObject, call?: Partial<Call>): Promise<any>
  close(): Promise<void>
}

/**
 * @example
 * const test = await aTestApp()
 * const acme = await test.perform(test.system, 'company', 'create', { values: { name: 'Acme' } })
 */
export async function aTestApp(
  modules: readonly ServerModule[] = testModules,
  options: Partial<AppOptions> = {},
): Promise<TestApp> {
  const database = await testDatabase()
  const files = await mkdtemp(join(tmpdir(), 'rapport-files-'))
  const logger = pino({ level: process.env['LOG_LEVEL'] ?? 'error' })
  const app = await openApp({ url: database.url, modules, files, logger, connections: 8, ...options })
  const workspace = await app.schemas.create({
    slug: 'test',
    name: 'Test',
    settings: { zone: 'Europe/Berlin' },
  })
  const system = systemActor(workspace)
  const perform: TestApp['perform'] = async (actor, object, action, input, call = {}) =>
    (await performAction(app, { workspace, actor, source: 'api', ...call }, object, action, input)).answer
  return {
    app,
    url: database.url,
    workspace,
    system,
    perform,
    as: (actor) => contextFor(app, workspace, actor, 'api'),
    async person(name, permissions = { administrator: true }, values = {}) {
      const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.com`
      const role = await perform(system, 'role', 'create', {
        values: { name: `Role of ${name}`, permissions: permissions as never },
      })
      const user = await perform(system, 'user', 'create', {
        values: { name, email, role: role.id, ...values },
      })
      const teams = typeof values['team'] === 'string' ? [values['team']] : []
      return { ...system, kind: 'person', id: user.id, name, teams, access: roleAccess(permissions) }
    },
    async close() {
      await app.close()
      await database.drop()
      await rm(files, { recursive: true, force: true })
    },
  }
}
