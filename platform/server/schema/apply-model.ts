import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Model } from '#platform/objects/model.ts'
import { StartError } from '../database/start-error.ts'
import { readCatalogue } from './catalogue.ts'
import { desiredTables } from './desired-tables.ts'
import { difference, type Leftover } from './difference.ts'
import { extensionSchemas } from './extensions.ts'
import type { TableSpec } from './table-spec.ts'
import { workspaceMigrations } from './workspace-migrations/all.ts'

export interface Applied {
  /** How many statements changed the tables; 0 when everything was in place. */
  readonly statements: number
  readonly fingerprint: string
}

/**
 * Makes a workspace's tables what its model needs: compares with the catalogue and applies what is missing, all of
 * it or nothing. Runs inside the caller's transaction.
 *
 * @param since the model that the tables fit now: only what differs from it is looked at, and nothing is dropped
 * @throws StartError naming object and field when a difference would lose values; nothing has changed then.
 */
export async function applyModel(
  trx: Kysely<any>,
  schema: string,
  model: Model,
  since?: Model,
): Promise<Applied> {
  const all = desiredTables(model)
  const wanted = since === undefined ? all : changedTables(all, since)
  const place = { schema, extensions: await extensionSchemas(trx) }
  const found = await readCatalogue(trx, schema, since && wanted.map((table) => table.name))
  const { removals, leftovers, additions } = difference(place, wanted, found)
  await refuseLoss(trx, leftovers)
  const statements = [...removals, ...leftovers.map((one) => one.drop), ...additions]
  if (statements.length > 0) await runTogether(trx, statements)
  return { statements: statements.length, fingerprint: fingerprintOf(all) }
}

function changedTables(tables: readonly TableSpec[], since: Model): TableSpec[] {
  const before = new Map(desiredTables(since).map((table) => [table.name, JSON.stringify(table)]))
  return tables.filter((table) => before.get(table.name) !== JSON.stringify(table))
}

/** Changes whenever anything changes that `applyModel` looks at, the code of the kinds' columns included. */
export const modelFingerprint = (model: Model): string => fingerprintOf(desiredTables(model))

function fingerprintOf(tables: readonly TableSpec[]): string {
  return createHash('sha256')
    .update(JSON.stringify([workspaceMigrations.length, tables]))
    .digest('hex')
}

async function refuseLoss(trx: Kysely<any>, leftovers: readonly Leftover[]): Promise<void> {
  if (leftovers.length === 0) return
  const questions = leftovers.map((one) => one.holds).join(', ')
  const { rows } = await sql.raw<{ holds: boolean[] }>(`select array[${questions}] as holds`).execute(trx)
  const full = leftovers.filter((_, index) => rows[0]!.holds[index] === true)
  if (full.length > 0) throw new StartError(full.map((one) => one.sentence).join('\n'))
}

/** One round trip for all of them; a failure is traced back to its statement. */
export async function runTogether(trx: Kysely<any>, statements: readonly string[]): Promise<void> {
  try {
    await sql.raw(statements.join(';\n')).execute(trx)
  } catch (error) {
    const at = Number((error as { readonly position?: string }).position)
    if (error instanceof Error && at > 0) error.message += `\nin: ${statementAt(statements, at)}`
    throw error
  }
}

function statementAt(statements: readonly string[], position: number): string {
  let end = 0
  return statements.find((statement) => (end += statement.length + 2) >= position) ?? ''
}
