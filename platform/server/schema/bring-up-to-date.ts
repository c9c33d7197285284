import { sql, type Kysely } from 'kysely'
import { buildModel, type DeclaredObject } from '#platform/objects/build-model.ts'
import type { ActionDeclaration } from '#platform/objects/define-action.ts'
import type { Model } from '#platform/objects/model.ts'
import { StartError } from '../database/start-error.ts'
import { addPeopleTriggers } from '../identity/people-triggers.ts'
import { applyModel, modelFingerprint } from './apply-model.ts'
import { isPlain, readCustomization, withCustomization, type Customization } from './custom-declarations.ts'
import { isOlder, release } from './release.ts'
import { workspaceMigrations } from './workspace-migrations/all.ts'
import { lockedRow, type WorkspaceRow } from './workspace-row.ts'

/** The code's declarations, and the model and fingerprint of a workspace that adds nothing to them. */
export interface Code {
  readonly declared: readonly DeclaredObject[]
  readonly actions: readonly ActionDeclaration[]
  readonly model: Model
  readonly fingerprint: string
}

/** @throws Error naming object and field when a declaration is wrong */
export function codeOf(
  declared: readonly DeclaredObject[],
  actions: readonly ActionDeclaration[] = [],
): Code {
  const model = buildModel(declared, actions)
  return { declared, actions, model, fingerprint: modelFingerprint(model) }
}

/** Most workspaces share the code's own model: built once, held once. */
export function modelWith(code: Code, custom: Customization): Model {
  return isPlain(custom) ? code.model : buildModel(withCustomization(code.declared, custom), code.actions)
}

/**
 * Brings one workspace's tables up to what the code declares, in one transaction. An unchanged one costs one query.
 *
 * @throws StartError when that would lose data, or when a newer Rapport has been here; nothing has changed then.
 */
export async function bringUpToDate(db: Kysely<any>, row: WorkspaceRow, code: Code): Promise<Model> {
  try {
    refuseNewer(row)
    if (row.migration === workspaceMigrations.length) {
      const model = modelWith(code, await readCustomization(db, row.schema))
      const fingerprint = model === code.model ? code.fingerprint : modelFingerprint(model)
      if (fingerprint === row.fingerprint) return model
    }
    return await db.transaction().execute((trx) => upgrade(trx, row.id, code))
  } catch (error) {
    if (error instanceof StartError)
      throw new StartError(`Workspace “${row.slug}”: ${error.message}`, { cause: error })
    throw error
  }
}

/** Migrations, comparison and bookkeeping of one workspace; the transaction is the caller's. */
export async function upgrade(trx: Kysely<any>, id: string, code: Code): Promise<Model> {
  const row = await lockedRow(trx, id)
  if (row === undefined) throw new StartError('The workspace is gone.')
  refuseNewer(row)
  for (const migration of workspaceMigrations.slice(row.migration)) await migration.run(trx, row.schema)
  const model = modelWith(code, await readCustomization(trx, row.schema))
  const { fingerprint } = await applyModel(trx, row.schema, model)
  await addPeopleTriggers(trx, row.schema)
  await sql`update rapport.workspace
    set migration = ${workspaceMigrations.length}, fingerprint = ${fingerprint}, release = ${release}
    where id = ${id}`.execute(trx)
  return model
}

function refuseNewer(row: WorkspaceRow): void {
  const isNewer =
    row.migration > workspaceMigrations.length || (row.release !== null && isOlder(release, row.release))
  if (!isNewer) return
  const by = row.release === null || row.release === release ? 'a newer version' : `version ${row.release}`
  throw new StartError(
    `It was last used by ${by} of Rapport; this is ${release}. Start the newer one: an older one would damage the data.`,
  )
}
