import type { Kysely } from 'kysely'
import { randomUUIDv7 } from '../records/uuid.ts'
import { fullAccess } from '../access/role-access.ts'
import type { App } from '../app.ts'
import type { Actor, Answer, Context, Source, Workspace } from '../context.ts'
import { createRecords } from '../records/create-records.ts'
import { findRecords } from '../records/list-records.ts'
import { readRecord } from '../records/read-record.ts'
import { removeRecords } from '../records/remove-records.ts'
import { updateRecords } from '../records/update-records.ts'
import { noteAlongside } from '../records/alongside.ts'

export interface ContextOptions {
  /** The transaction of an action; the pool when left out. */
  readonly db?: Kysely<any>
  readonly now?: Date
  readonly change?: string
  /** What earlier changes of the same task have looked up; only where setup records stay as they are meanwhile. */
  readonly memo?: Map<string, unknown>
}

/** The context of one action or question. */
export function contextFor(
  app: App,
  workspace: Workspace,
  actor: Actor,
  source: Source,
  { db = app.db, now = new Date(), change = randomUUIDv7(), memo = new Map() }: ContextOptions = {},
): Context {
  const { rules, logger } = app
  return bind({ workspace, model: workspace.model, actor, source, db, now, change, logger, rules, memo })
}

/** The system itself: reactions, jobs, start-up. */
export function systemActor(workspace: Workspace): Actor {
  const { zone, locale } = workspace.settings
  return { kind: 'system', id: null, name: 'Rapport', zone, locale, teams: [], access: fullAccess }
}

type Facts = Omit<Context, 'create' | 'update' | 'remove' | 'alongside' | 'read' | 'find' | 'asSystem'>

function bind(facts: Facts): Context {
  const ctx: Context = {
    ...facts,
    create: async (object, values) => (await createRecords(ctx, object, [values]))[0]!,
    update: async (object, id, changes) => (await updateRecords(ctx, object, [{ id, changes }]))[0]!,
    remove: async (object, id) => removeRecords(ctx, object, [id]),
    alongside: (object, values) => {
      noteAlongside(ctx, object, values)
    },
    read: (object, id, fields) => readOnce(ctx, object, id, fields),
    find: (object, where, options) => findRecords(ctx, object, { where, ...options }),
    asSystem: () => bind({ ...facts, actor: { ...facts.actor, kind: 'system', access: fullAccess } }),
  }
  return ctx
}

/** Setup records (stages, pipelines …) are read once per change: a rule over 8,000 rows asks for the same few. */
async function readOnce(
  ctx: Context,
  object: string,
  id: string,
  fields?: readonly string[],
): Promise<Answer> {
  if (!ctx.model.object(object).setup) return readRecord(ctx, object, id, fields)
  const key = `${ctx.actor.kind} ${object} ${id} ${fields?.join() ?? ''}`
  const known = ctx.memo.get(key) as Promise<Answer> | undefined
  if (known !== undefined) return known
  const asked = readRecord(ctx, object, id, fields)
  ctx.memo.set(key, asked)
  return asked
}
