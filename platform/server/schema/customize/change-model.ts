import { sql, type Kysely } from 'kysely'
import { buildModel, type DeclaredObject } from '#platform/objects/build-model.ts'
import type { ActionDeclaration } from '#platform/objects/define-action.ts'
import type { Json } from '#platform/objects/json.ts'
import type { Model } from '#platform/objects/model.ts'
import { forbidden, notFound, Problem } from '#platform/objects/problem.ts'
import type { Context } from '../../context.ts'
import { writeLog } from '../../log/write-log.ts'
import { applyModel, runTogether } from '../apply-model.ts'
import { readCustomization, withCustomization, type Customization } from '../custom-declarations.ts'
import { announce } from '../model-channel.ts'
import { refreshWorkspace } from '../workspaces.ts'
import { lockedRow } from '../workspace-row.ts'
import { checkConditions } from './check-conditions.ts'
import { asCustomizeProblem, isBusy } from './customize-problems.ts'

/** A workspace in the middle of being changed: nobody else changes its model meanwhile. */
export interface Current {
  /** With `db` inside the transaction. */
  readonly ctx: Context
  /** As the tables are now. */
  readonly model: Model
  readonly custom: Customization
  /** The model with another customization. @throws WrongDeclarations */
  modelOf(custom: Customization): Model
}

/** What a change makes of the declarations, and what must happen besides comparing tables with them. */
export interface Change<Result> {
  readonly custom: Customization
  /** DDL that a comparison cannot know of: renames, conversions, removals. Runs first. */
  readonly ddl?: readonly string[]
  /** Keeps the declarations in the workspace's tables. */
  readonly store: (db: Kysely<any>) => Promise<void>
  readonly log: readonly {
    readonly object: 'custom_object' | 'custom_field'
    readonly record: string
    readonly verb: string
    readonly changes: Readonly<Record<string, readonly [Json, Json]>>
  }[]
  readonly result: (model: Model) => Result
}

/**
 * Changes what a workspace's objects and fields are: declarations, tables, version and log in one transaction, then
 * known to every process. `plan` may give a result without a change.
 *
 * @throws Problem 403 for everyone but administrators; 422 naming the field when declarations do not fit
 */
export async function changeModel<Result>(
  ctx: Context,
  plan: (current: Current) => Promise<Change<Result> | { readonly answer: Result }>,
): Promise<Result> {
  if (!ctx.actor.access.administrator) throw forbidden('Only an administrator may change objects and fields.')
  const attempt = (db: Kysely<any>): Promise<Result> => changeInside({ ...ctx, db }, plan)
  if (ctx.db.isTransaction) return attempt(ctx.db)
  for (let left = 3; ; left--) {
    try {
      const result = await ctx.db.transaction().execute(attempt)
      await refreshWorkspace(ctx.workspace)
      return result
    } catch (error) {
      if (left === 1 || !isBusy(error)) throw error
    }
  }
}

async function changeInside<Result>(
  ctx: Context,
  plan: (current: Current) => Promise<Change<Result> | { readonly answer: Result }>,
): Promise<Result> {
  const { db, workspace } = ctx
  // Without a limit, a table waited for behind a long report would make everyone else wait, too.
  await sql`set local lock_timeout = '4s'`.execute(db)
  const row = await lockedRow(db, workspace.id)
  if (row === undefined) throw notFound('workspace')
  const custom = await readCustomization(db, row.schema)
  const code = codeIn(ctx.model)
  const modelOf = (next: Customization): Model =>
    checkedModel(withCustomization(code.declared, next), code.actions)
  try {
    const before = modelOf(custom)
    const change = await plan({ ctx, custom, modelOf, model: before })
    if ('answer' in change) return change.answer
    const model = modelOf(change.custom)
    if (change.ddl !== undefined && change.ddl.length > 0) await runTogether(db, change.ddl)
    const { fingerprint } = await applyModel(db, row.schema, model, before)
    await change.store(db)
    for (const { object, ...noted } of change.log) await writeLog(ctx, object, [{ ...noted, customer: null }])
    const version = row.modelVersion + 1
    await sql`update rapport.workspace set model_version = ${version}, fingerprint = ${fingerprint}
      where id = ${row.id}`.execute(db)
    await announce(db, row.slug, version)
    return change.result(model)
  } catch (error) {
    throw error instanceof Problem ? error : (asCustomizeProblem(error) ?? error)
  }
}

/** What comes from outside may have any shape, which kinds are not written to expect. */
function checkedModel(declared: readonly DeclaredObject[], actions: readonly ActionDeclaration[]): Model {
  try {
    const model = buildModel(declared, actions)
    checkConditions(model)
    return model
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Problem({ status: 422, code: 'invalid', detail: 'An option of the field has a wrong shape.' })
  }
}

/** The code's part of a model: what is left without the customer's additions. */
function codeIn(model: Model): { declared: DeclaredObject[]; actions: ActionDeclaration[] } {
  const objects = [...model.objects.values()].filter((object) => !object.custom)
  return {
    actions: [...model.actions.values(), ...objects.flatMap((object) => [...object.actions.values()])],
    declared: objects.map(({ declaration, module, fields }) => ({
      module,
      declaration: {
        ...declaration,
        fields: Object.fromEntries(
          Object.entries(declaration.fields).filter(([name]) => fields.get(name)?.custom !== true),
        ),
      },
    })),
  }
}
