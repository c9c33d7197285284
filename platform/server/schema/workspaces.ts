import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { DeclaredObject } from '#platform/objects/build-model.ts'
import type { ActionDeclaration } from '#platform/objects/define-action.ts'
import type { Model } from '#platform/objects/model.ts'
import type { Workspace } from '../context.ts'
import { listen } from '../database/listen.ts'
import { bringUpToDate, codeOf, modelWith, type Code } from './bring-up-to-date.ts'
import { createWorkspace, type NewWorkspace } from './create-workspace.ts'
import { readCustomization } from './custom-declarations.ts'
import { migrate } from './migrate.ts'
import { channel, readAnnouncement } from './model-channel.ts'
import { listWorkspaces, workspaceRow, type WorkspaceRow } from './workspace-row.ts'

export interface OpenOptions {
  readonly db: Kysely<any>
  readonly declared: readonly DeclaredObject[]
  readonly actions?: readonly ActionDeclaration[]
  /** Where to hear of changes that other processes make; left out, only this process's own are seen. */
  readonly listen?: string
  readonly logger?: Logger
}

/** The workspaces of this database, as this process knows them: always current, whoever changed them. */
export interface Workspaces {
  /** What the code declares. */
  readonly code: Code
  list(): readonly Workspace[]
  bySlug(slug: string): Workspace | undefined
  byId(id: string): Workspace | undefined
  /** @throws Problem 422 when the slug does not do */
  create(given: NewWorkspace): Promise<Workspace>
  /** Reads a workspace anew; for who has just changed it and cannot wait for the announcement. */
  refresh(slug: string): Promise<Workspace | undefined>
  close(): Promise<void>
}

interface Entry {
  row: WorkspaceRow
  model: Model
  readonly workspace: Workspace
}

/**
 * Brings the database and every workspace up to date and keeps their models at hand.
 *
 * @throws StartError with a sentence when that cannot be done without losing data
 * @throws Error naming object and field when a declaration is wrong
 */
export async function openWorkspaces(options: OpenOptions): Promise<Workspaces> {
  const { db, logger } = options
  const code = codeOf(options.declared, options.actions)
  await migrate(db)
  const entries = new Map<string, Entry>()
  const keep = (row: WorkspaceRow, model: Model): Workspace => {
    const known = entries.get(row.slug)
    if (known !== undefined) {
      if (row.modelVersion >= known.row.modelVersion) Object.assign(known, { row, model })
      return known.workspace
    }
    const entry: Entry = { row, model, workspace: liveWorkspace(() => entry) }
    entries.set(row.slug, entry)
    refreshers.set(entry.workspace, () => refresh(row.slug))
    return entry.workspace
  }
  const refresh = async (slug: string): Promise<Workspace | undefined> => {
    const row = await workspaceRow(db, slug)
    if (row === undefined) return undefined
    return keep(row, modelWith(code, await readCustomization(db, row.schema)))
  }
  const reading = new Set<Promise<unknown>>()
  const heard = (slug: string): void => {
    const read = refresh(slug)
      .catch((error: unknown) =>
        logger?.error({ err: error, workspace: slug }, 'cannot read the changed model'),
      )
      .finally(() => reading.delete(read))
    reading.add(read)
  }
  const announced = (said: ReturnType<typeof readAnnouncement>): void => {
    if (said === undefined) return
    const known = entries.get(said.slug)
    if (known === undefined || known.row.modelVersion < said.version) heard(said.slug)
  }

  // Heard from before the first reading, so that no change falls between the two.
  const listener =
    options.listen === undefined
      ? undefined
      : await listen(
          options.listen,
          {
            channels: { [channel]: (payload) => announced(readAnnouncement(payload)) },
            onReconnect: () =>
              void listWorkspaces(db).then(
                (rows) => rows.forEach((row) => heard(row.slug)),
                () => undefined,
              ),
          },
          logger,
        )
  try {
    for (const row of await listWorkspaces(db)) keep(row, await bringUpToDate(db, row, code))
  } catch (error) {
    await listener?.close()
    throw error
  }

  const find = (fits: (row: WorkspaceRow) => boolean) =>
    [...entries.values()].find((entry) => fits(entry.row))?.workspace
  return {
    code,
    list: () => [...entries.values()].map((entry) => entry.workspace),
    bySlug: (slug) => entries.get(slug)?.workspace,
    byId: (id) => find((row) => row.id === id),
    create: async (given) => keep(await createWorkspace(db, code, given), code.model),
    refresh,
    async close() {
      await listener?.close()
      await Promise.all(reading)
    },
  }
}

const refreshers = new WeakMap<Workspace, () => Promise<Workspace | undefined>>()

/** Makes a change of this process visible in it at once. */
export async function refreshWorkspace(workspace: Workspace): Promise<void> {
  await refreshers.get(workspace)?.()
}

const liveWorkspace = (entry: () => Entry): Workspace => ({
  get id() {
    return entry().row.id
  },
  get slug() {
    return entry().row.slug
  },
  get name() {
    return entry().row.name
  },
  get schema() {
    return entry().row.schema
  },
  get settings() {
    return entry().row.settings
  },
  get model() {
    return entry().model
  },
})
