import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { JsonObject } from '#platform/objects/json.ts'
import type { App } from '../app.ts'
import type { Actor, Source, Workspace } from '../context.ts'
import { contextFor } from './context-for.ts'
import { deedFor } from './deed-for.ts'
import { answered, claim, remember, type IdempotencyKey } from './idempotency.ts'

export interface Call {
  readonly workspace: Workspace
  readonly actor: Actor
  readonly source: Source
  /** Do everything, answer, and take it back. */
  readonly dryRun?: boolean
  readonly idempotency?: IdempotencyKey
  readonly now?: Date
}

export interface Performed {
  readonly answer: unknown
  /** What to name for an undo. */
  readonly change: string
  /** The answer of an earlier call with the same idempotency key. */
  readonly replayed?: boolean
}

/**
 * The one door through which everything changes: finds the action, asks whether the actor may, and does it in one
 * transaction with its rules and log entries.
 *
 * @throws Problem as the action says; 404 for an action that is not there, 403 when the role has it not
 * @example await performAction(app, { workspace, actor, source: 'api' }, 'company', 'create', { values: { name: 'Acme' } })
 */
export async function performAction(
  app: App,
  call: Call,
  object: string,
  action: string,
  input: JsonObject,
): Promise<Performed> {
  const { workspace, actor, source } = call
  const deed = deedFor(app, workspace.model, actor, object, action)
  return retried(() =>
    app.db.transaction().execute(async (db) => {
      const ctx = contextFor(app, workspace, actor, source, {
        db,
        ...(call.now === undefined ? {} : { now: call.now }),
      })
      if (call.idempotency !== undefined) {
        const earlier = await claim(ctx, call.idempotency)
        if (earlier !== undefined) return answered(earlier)
      }
      const performed = { answer: await deed(ctx, input), change: ctx.change }
      if (call.idempotency !== undefined) await remember(ctx, call.idempotency, performed)
      if (call.dryRun === true) throw new TakenBack(performed)
      return performed
    }),
  ).catch((error: unknown) => {
    if (error instanceof TakenBack) return error.performed
    throw error
  })
}

/** Thrown out of the transaction so that a dry run leaves nothing behind. */
class TakenBack extends Error {
  readonly performed: Performed
  constructor(performed: Performed) {
    super('dry run')
    this.performed = performed
  }
}

const transient = new Set(['40P01', '40001'])

/** A deadlock is nobody's fault: the loser of the two simply runs again. */
async function retried<Result>(run: () => Promise<Result>, tries = 3): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (tries === 1 || !transient.has(code)) throw error
    await pause(20 + (parseInt(randomUUID().slice(0, 2), 16) / 256) * 80)
    return retried(run, tries - 1)
  }
}
