import type { Kysely } from 'kysely'
import { rapportTables } from './0001-rapport-tables.ts'
import { identity } from './0002-identity.ts'

/** A change to the tables of schema `rapport` that is no longer edited once released: a further one follows it. */
export interface Migration {
  readonly name: string
  readonly run: (db: Kysely<any>) => Promise<void>
}

/** In order; the number of a migration is its place, from 1. */
export const migrations: readonly Migration[] = [rapportTables, identity]
