import { Kysely, PostgresDialect } from 'kysely'
import { pino } from 'pino'
import type { DeclaredObject } from '#platform/objects/build-model.ts'
import type { ObjectDeclaration } from '#platform/objects/define-object.ts'
import { fullAccess } from '../access/role-access.ts'
import type { Context, Workspace } from '../context.ts'
import { randomUUIDv7 } from '../records/uuid.ts'
import { openWorkspaces, type Workspaces } from '../schema/workspaces.ts'
import { testDatabase, type TestDatabase } from './database.ts'

/** A workspace of its own database, without anything that runs beside it. */
export interface TestWorkspace {
  readonly db: Kysely<any>
  readonly url: string
  readonly workspaces: Workspaces
  readonly workspace: Workspace
  /** What an administrator's request would have; `over` replaces parts of it. */
  context(over?: Partial<Context>): Context
  /** What the rows of a table are, by raw SQL. */
  query(text: string, values?: readonly unknown[]): Promise<any[]>
  close(): Promise<void>
}

/** Declarations as a module would register them. */
export const declared = (...objects: readonly ObjectDeclaration<any, any>[]): DeclaredObject[] =>
  objects.map((declaration) => ({ module: 'test', declaration }))

/** The objects that standard fields point to. */
export const people: readonly ObjectDeclaration[] = [
  { name: 'user', plural: 'users', title: 'name', owned: false, fields: { name: { kind: 'text' } } },
  { name: 'team', plural: 'teams', title: 'name', owned: false, fields: { name: { kind: 'text' } } },
]

/**
 * @example const test = await aWorkspace(declared(...people, company)); await test.close()
 */
export async function aWorkspace(objects: readonly DeclaredObject[]): Promise<TestWorkspace> {
  const database: TestDatabase = await testDatabase()
  const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: database.pool }) })
  const workspaces = await openWorkspaces({ db, declared: objects, listen: database.url })
  const workspace = await workspaces.create({ slug: 'test', name: 'Test' })
  return {
    db,
    workspaces,
    workspace,
    url: database.url,
    context: (over = {}) => contextOf(db, workspace, over),
    query: async (text, values = []) => (await database.pool.query(text, [...values])).rows,
    async close() {
      await workspaces.close()
      await db.destroy()
      await database.drop()
    },
  }
}

/** Enough of a context for what asks it for actor, workspace and database only. */
function contextOf(db: Kysely<any>, workspace: Workspace, over: Partial<Context>): Context {
  const actor = {
    kind: 'system',
    id: null,
    name: 'Rapport',
    zone: 'UTC',
    locale: 'en',
    teams: [],
    access: fullAccess,
  } as const
  const logger = pino({ level: 'error' })
  const own = {
    db,
    workspace,
    actor,
    logger,
    source: 'api',
    now: new Date(),
    change: randomUUIDv7(),
    model: workspace.model,
  }
  return { ...own, ...over } as unknown as Context
}
