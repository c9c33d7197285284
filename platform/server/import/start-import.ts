import { isUuid } from '#platform/fields/id/kind.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { forbidden, malformed } from '#platform/objects/problem.ts'
import { contextFor } from '../actions/context-for.ts'
import type { App } from '../app.ts'
import type { Actor, Context, Workspace } from '../context.ts'
import { findRecords } from '../records/list-records.ts'
import { enqueueJob } from '../jobs/job-progress.ts'
import { describeFile, rememberMapping, type ColumnOfFile, type TargetField } from './describe-file.ts'
import { guessDialect } from './guess-dialect.ts'
import { filePath, sampleOf } from './import-files.ts'
import { bindingsOf, type ImportPlan } from './import-plan.ts'
import { previewImport, type Preview } from './preview-import.ts'
import { readPlan } from './read-plan.ts'
import { readRows } from './read-rows.ts'
import { writable } from './writable.ts'

interface Asked {
  readonly app: App
  readonly workspace: Workspace
  readonly actor: Actor
  readonly object: ObjectModel
  /** Id of a kept file. */
  readonly file: string
  /** Parts of a plan, from outside. */
  readonly given: JsonObject
}

export interface PreviewAnswer extends Preview {
  readonly file: string
  readonly dialect: ImportPlan['dialect']
  readonly columns: readonly ColumnOfFile[]
  readonly fields: readonly TargetField[]
}

/** What an import of a kept file would do, as far as the plan is given; nothing is written. @throws Problem 400, 403, 404 */
export async function previewOf(asked: Asked): Promise<PreviewAnswer> {
  const { app, workspace, actor, object, file } = asked
  const path = filePath(app, workspace, file)
  return app.db.transaction().execute(async (db) => {
    const ctx = contextFor(app, workspace, actor, 'import', { db })
    demandImport(ctx, object)
    const { plan, columns, fields } = await planOf(ctx, object, path, asked.given)
    const preview = await previewImport(ctx, object, plan, path)
    return { file, dialect: plan.dialect, columns, fields, ...preview }
  })
}

/** Starts the import of a kept file as a job. @returns the job's id and the change by which all of it can be undone */
export async function startImport(
  asked: Asked,
  options: { readonly here?: boolean } = {},
): Promise<{ job: string; change: string }> {
  const { app, workspace, actor, object, file, given } = asked
  const path = filePath(app, workspace, file)
  return app.db.transaction().execute(async (db) => {
    const ctx = contextFor(app, workspace, actor, 'import', { db })
    demandImport(ctx, object)
    const { plan, headers } = await planOf(ctx, object, path, given)
    const bindings = bindingsOf(ctx.model, plan, headers, (field) => writable(ctx, field))
    if (bindings.length === 0) throw malformed('No column of the file goes to a field yet.')
    await rememberMapping(ctx, object, headers, plan.mapping)
    const rows = typeof given['rows'] === 'number' ? given['rows'] : null
    const job = await enqueueJob(ctx, 'import', { ...plan, file, rows } as never, options)
    return { job, change: ctx.change }
  })
}

async function planOf(
  ctx: Context,
  object: ObjectModel,
  path: string,
  given: JsonObject,
): Promise<{ plan: ImportPlan; columns: ColumnOfFile[]; fields: TargetField[]; headers: readonly string[] }> {
  const { bytes, isWhole } = await sampleOf(path)
  const guessed = guessDialect(bytes, isWhole)
  const { dialect } = readPlan(object.name, given, guessed, {})
  const { columns, fields } = await describeFile(ctx, object, path, dialect)
  const mapping = Object.fromEntries(columns.map(({ header, field }) => [header, field]))
  const { headers } = await readRows(path, dialect)
  const plan = readPlan(object.name, given, guessed, mapping)
  return { plan: { ...plan, constants: await named(ctx, object, plan.constants) }, columns, fields, headers }
}

/** Values for all rows, with the records that they name by title found. @throws Problem 400 when one is not there */
async function named(ctx: Context, object: ObjectModel, constants: JsonObject): Promise<JsonObject> {
  const found: Record<string, Json> = {}
  for (const [name, value] of Object.entries(constants)) {
    const field = object.fields.get(name)
    if (field === undefined || !writable(ctx, field))
      throw malformed(`${object.label} has no field “${name}” to import into.`)
    found[name] =
      field.relation?.many === false && typeof value === 'string'
        ? await idOf(ctx, field.relation.to, value)
        : value
  }
  return found
}

async function idOf(ctx: Context, objectName: string, text: string): Promise<string> {
  const isId: boolean = isUuid(text)
  if (isId) return text
  const object = ctx.model.object(objectName)
  const [one, other] = await findRecords(ctx, objectName, {
    where: { [object.title.name]: text },
    fields: [],
    limit: 2,
  })
  if (one === undefined) throw malformed(`There is no ${lowerFirst(object.label)} “${text}”.`)
  if (other !== undefined) throw malformed(`“${text}” names several ${lowerFirst(object.pluralLabel)}.`)
  return one.id
}

function demandImport({ actor }: Context, object: ObjectModel): void {
  if (actor.access.level(object, 'create') !== 'none' && actor.access.action(object, 'import')) return
  throw forbidden(`Your role does not let you import ${lowerFirst(object.pluralLabel)}.`)
}
