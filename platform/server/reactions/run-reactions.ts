import { sql } from 'kysely'
import { contextFor, systemActor } from '../actions/context-for.ts'
import type { App } from '../app.ts'
import type { Workspace } from '../context.ts'
import { readSettled } from '../log/read-log.ts'
import type { Reaction } from '../modules/server-module.ts'
import { tableOf } from '../records/table.ts'

/** Entries that a reaction handles in one transaction. */
const batch = 1000
/** How often readers look without being woken: for entries that an older transaction still held back. */
const interval = 500

export interface Reactions {
  wake(schema: string): void
  /** Lets every reaction catch up with the log as it is now: for tests, the demo and orderly ends. */
  settle(workspace: Workspace): Promise<void>
  close(): Promise<void>
}

/**
 * Lets the app's reactions read the log of every workspace. Each keeps its position in the table `reader` and moves
 * it in the transaction of its effects, so an entry is handled once, whatever dies when; of several processes, one
 * at a time reads for a reaction.
 */
export function runReactions(app: App): Reactions {
  const dirty = new Set<string>()
  let running: Promise<void> | undefined
  let closed = false

  const turn = async (): Promise<void> => {
    for (const schema of [...dirty]) {
      dirty.delete(schema)
      const workspace = await workspaceOf(app, schema)
      if (workspace === undefined || closed) continue
      if (!(await catchUp(app, workspace))) setTimeout(() => wake(schema), interval).unref()
    }
  }
  const wake = (schema: string): void => {
    if (closed) return
    dirty.add(schema)
    running ??= turn()
      .catch((error: unknown) => {
        app.logger.error({ err: error }, 'a reaction failed and will be tried again')
        setTimeout(() => wake(schema), 5_000).unref()
      })
      .finally(() => {
        running = undefined
        if (dirty.size > 0) wake([...dirty][0]!)
      })
  }
  return {
    wake,
    async settle(workspace) {
      for (let tries = 0; tries < 200; tries++) {
        if (await catchUp(app, workspace)) return
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    },
    async close() {
      closed = true
      await running
    },
  }
}

/** Also one that another process, or this one a moment ago, has just made. */
async function workspaceOf(app: App, schema: string): Promise<Workspace | undefined> {
  const known = (await app.workspaces()).find((one) => one.schema === schema)
  return known ?? app.workspace(schema.replace(/^ws_/, '')).catch(() => undefined)
}

/** Runs all reactions until they have read everything settled; false when entries are still held back. */
async function catchUp(app: App, workspace: Workspace): Promise<boolean> {
  for (const reaction of app.reactions) {
    while ((await step(app, workspace, reaction)) === batch) {}
  }
  return allRead(app, workspace)
}

async function step(app: App, workspace: Workspace, reaction: Reaction): Promise<number> {
  return app.db.transaction().execute(async (db) => {
    const reader = tableOf(workspace, 'reader')
    await sql`insert into ${reader} (name) values (${reaction.name}) on conflict do nothing`.execute(db)
    const { rows } = await sql<{
      xid: string
      position: string
    }>`select xid::text, position::text from ${reader}
      where name = ${reaction.name} for update skip locked`.execute(db)
    if (rows[0] === undefined) return 0
    const entries = await readSettled(db, workspace.schema, rows[0], batch)
    const last = entries.at(-1)
    if (last === undefined) return 0
    await reaction.run(contextFor(app, workspace, systemActor(workspace), 'system', { db }), entries)
    await sql`update ${reader} set xid = ${last.xid}::xid8, position = ${last.position}::bigint, updated_at = now()
      where name = ${reaction.name}`.execute(db)
    return entries.length
  })
}

async function allRead(app: App, workspace: Workspace): Promise<boolean> {
  const { rows } = await sql<{ left: boolean }>`select exists (
    select 1 from ${tableOf(workspace, 'reader')} r, lateral (
      select 1 from ${tableOf(workspace, 'log')} l where (l.xid, l.position) > (r.xid, r.position) limit 1) waiting
    where r.name = any(${app.reactions.map((reaction) => reaction.name)})) as left`.execute(app.db)
  return rows[0]?.left !== true
}
