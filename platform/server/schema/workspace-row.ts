import { sql, type Kysely } from 'kysely'
import type { WorkspaceSettings } from '../context.ts'

/** A workspace as stored in `rapport.workspace`. */
export interface WorkspaceRow {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly schema: string
  readonly settings: WorkspaceSettings
  /** Grows with every change of customer-made objects and fields, of name and settings. */
  readonly modelVersion: number
  readonly migration: number
  readonly fingerprint: string | null
  /** The Rapport that brought it up to date last. */
  readonly release: string | null
}

const selected = sql`select id, slug, name, schema, settings, model_version::float8 as "modelVersion", migration,
  fingerprint, release from rapport.workspace`

/** All workspaces, by name. */
export async function listWorkspaces(db: Kysely<any>): Promise<readonly WorkspaceRow[]> {
  return (await sql<WorkspaceRow>`${selected} order by name, slug`.execute(db)).rows
}

export async function workspaceRow(db: Kysely<any>, slug: string): Promise<WorkspaceRow | undefined> {
  return (await sql<WorkspaceRow>`${selected} where slug = ${slug}`.execute(db)).rows[0]
}

/** The row, held until the transaction ends: one process at a time changes a workspace's tables. */
export async function lockedRow(trx: Kysely<any>, id: string): Promise<WorkspaceRow | undefined> {
  return (await sql<WorkspaceRow>`${selected} where id = ${id} for update`.execute(trx)).rows[0]
}
