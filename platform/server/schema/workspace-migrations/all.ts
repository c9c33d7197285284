import type { Kysely } from 'kysely'
import { systemTables } from './0001-system-tables.ts'

/** A change to a workspace's tables that cannot be read off the declarations: renames, conversions, system tables. */
export interface WorkspaceMigration {
  readonly name: string
  /** Runs before the tables are compared with the declarations, in the same transaction. */
  readonly run: (db: Kysely<any>, schema: string) => Promise<void>
}

/** In order; the number of a migration is its place, from 1. */
export const workspaceMigrations: readonly WorkspaceMigration[] = [systemTables]
