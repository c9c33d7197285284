import { fieldModel } from '#platform/objects/build-model.ts'
import { Unfit } from '#platform/fields/kind.ts'
import { matches } from '#platform/objects/filter/matches.ts'
import { fieldsNeeded } from '#platform/objects/filter/fields-needed.ts'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import type { ActionDeclaration } from '#platform/objects/define-action.ts'
import type { FilterJson, Json, JsonObject } from '#platform/objects/json.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { invalid, malformed, Problem, type FieldError } from '#platform/objects/problem.ts'
import type { Answer, Context } from '../context.ts'
import type { Deed } from '../modules/server-module.ts'
import { lockCurrent } from '../records/current-values.ts'
import { isEmpty } from '../records/check-values.ts'
import { parseContext } from '../records/parse-values.ts'
import { readerOf } from '../records/query.ts'
import { readRecord } from '../records/read-record.ts'

/** Performs an action that a module declares: on one record, on each of a selection, or on none. */
export async function declaredDeed(
  ctx: Context,
  object: ObjectModel | undefined,
  { action, run }: Deed,
  { id, ids, values }: JsonObject,
): Promise<unknown> {
  const input = readInput(ctx, action, (values ?? {}) as JsonObject)
  if (object === undefined || action.on === 'none') return run(ctx, { record: { id: '' }, input })
  const chosen = Array.isArray(ids) ? (ids as string[]) : typeof id === 'string' ? [id] : []
  if (chosen.length === 0) throw malformed(`Name the ${lowerFirst(object.pluralLabel)} to act on.`)
  await lockCurrent(ctx, object, chosen, 'update')
  const answers: Answer[] = []
  for (const one of chosen) {
    const record = await readRecord(ctx, object.name, one)
    await demandAvailable(ctx, object, action, record)
    await run(ctx, { record, input })
    answers.push(await readRecord(ctx, object.name, one))
  }
  return typeof id === 'string' ? answers[0] : answers
}

function readInput(ctx: Context, action: ActionDeclaration, given: JsonObject): JsonObject {
  const values: Record<string, Json> = {}
  const errors: FieldError[] = []
  for (const name of Object.keys(given)) {
    if (action.input?.[name] === undefined)
      errors.push({ field: name, code: 'unknown_field', message: `There is no input “${name}”.` })
  }
  for (const [name, declaration] of Object.entries(action.input ?? {})) {
    const field = fieldModel(action.object, name, declaration)
    try {
      values[name] = field.kind.parse(
        given[name] ?? declaration.default ?? null,
        field,
        parseContext(ctx),
      ) as Json
    } catch (error) {
      if (!(error instanceof Unfit)) throw error
      errors.push({ field: name, code: error.code, message: error.message })
      continue
    }
    if (declaration.required === true && isEmpty(values[name])) {
      errors.push({ field: name, code: 'required', message: `${field.label} is needed.` })
    }
  }
  if (errors.length > 0) throw invalid(errors)
  return values
}

async function demandAvailable(
  ctx: Context,
  object: ObjectModel,
  action: ActionDeclaration,
  record: Answer,
): Promise<void> {
  if (action.available_when === undefined) return
  const filter = parseFilter(ctx.model, object.name, action.available_when as FilterJson)
  const seen = await readRecord(ctx.asSystem(), object.name, record.id, fieldsNeeded(filter))
  if (matches(filter, seen, readerOf(ctx))) return
  const label = action.label ?? action.name
  throw new Problem({
    status: 422,
    code: 'not_available',
    detail: `“${label}” is not possible for this ${lowerFirst(object.label)} as it is now.`,
  })
}
