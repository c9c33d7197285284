import type { JsonObject } from '#platform/objects/json.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { invalid, Problem, type FieldError } from '#platform/objects/problem.ts'
import { sameJson } from '#platform/objects/same-json.ts'
import type { Answer, Context, Values } from '../context.ts'
import { takeAlongside } from './alongside.ts'
import { currenciesIn, ratesFor, unknownRates } from './base-amounts.ts'
import { checkReferences } from './check-references.ts'
import { checkValues } from './check-values.ts'
import { createAlongside } from './create-records.ts'
import { demandVersion, lockCurrent, type Current } from './current-values.ts'
import { parseValues } from './parse-values.ts'
import { storedFields } from './projection.ts'
import { readRecords } from './read-record.ts'
import { runRules } from './run-rules.ts'
import { writeChanges, type Change } from './write-changes.ts'

export interface Update {
  readonly id: string
  /** Only what is named is changed. */
  readonly changes: JsonObject
  /** The version that the writer saw; a newer one refuses the update. */
  readonly version?: number | undefined
}

/**
 * Changes the named fields of records of one object: whole or not at all. Values that are already so change
 * nothing: no version, no log entry.
 *
 * @returns the records as the actor may see them
 * @throws Problem 404, 403, 412 `stale` with the record as it is now, 422 with a message per field, 409 when taken
 * @example await updateRecords(ctx, 'company', [{ id, changes: { industry: 'health' }, version: 3 }])
 */
export async function updateRecords(
  ctx: Context,
  objectName: string,
  updates: readonly Update[],
): Promise<Answer[]> {
  const object = ctx.model.object(objectName)
  await changeRecords(ctx, object, updates)
  return readRecords(
    ctx,
    object,
    updates.map((update) => update.id),
  )
}

/** The same without reading the records again; answers how many really changed. */
export async function changeRecords(
  ctx: Context,
  object: ObjectModel,
  updates: readonly Update[],
): Promise<number> {
  const prepared = await prepareUpdates(ctx, object, updates)
  const errors = prepared.flatMap((row, index) =>
    row.errors.map((error) => named(error, index, updates.length)),
  )
  if (errors.length > 0) throw invalid(errors)
  return writePrepared(ctx, object, prepared)
}

export interface PreparedUpdate extends Change {
  readonly errors: readonly FieldError[]
}

/** Locks, parses, rules and checks changes without writing them: each row with its own errors. */
export async function prepareUpdates(
  ctx: Context,
  object: ObjectModel,
  updates: readonly Update[],
): Promise<PreparedUpdate[]> {
  const current = await lockCurrent(
    ctx,
    object,
    updates.map((update) => update.id),
    'update',
  )
  const given = updates.map((update) => touched(ctx, object, current.get(update.id)!, update))
  // Before the rules: they read the records that are pointed to.
  const missing = await checkReferences(
    ctx,
    object,
    given.map((row) => row.changes),
  )
  const rows: PreparedUpdate[] = []
  for (const [index, row] of given.entries()) {
    const errors = [...row.errors, ...(missing.get(index) ?? [])]
    rows.push(errors.length > 0 ? { ...row, errors } : await ruled(ctx, object, row))
  }
  const fields = storedFields(object)
  const rates = await ratesFor(
    ctx,
    currenciesIn(
      fields,
      rows.map((row) => row.changes),
    ),
  )
  return rows.map((row) => ({ ...row, errors: [...row.errors, ...unknownRates(fields, row.changes, rates)] }))
}

export async function writePrepared(
  ctx: Context,
  object: ObjectModel,
  rows: readonly Change[],
): Promise<number> {
  const alongside = takeAlongside(ctx)
  const changed = rows.filter((row) => Object.keys(row.changes).length > 0)
  const rates = await ratesFor(
    ctx,
    currenciesIn(
      storedFields(object),
      changed.map((row) => row.changes),
    ),
  )
  await writeChanges(ctx, object, changed, rates)
  await createAlongside(ctx, alongside)
  return changed.length
}

/** What an update would really change, before any rule has spoken. */
function touched(ctx: Context, object: ObjectModel, before: Current, update: Update): PreparedUpdate {
  demandCurrent(object, before, update)
  const given = parseValues(ctx, object, update.changes)
  const changes = different(before, given.values)
  if (object.appendOnly && ctx.actor.kind !== 'system' && Object.keys(changes).length > 0) {
    throw new Problem({
      status: 422,
      code: 'append_only',
      detail: `${object.pluralLabel} are kept as they were written.`,
    })
  }
  return { id: before.id, before, changes, errors: given.errors }
}

async function ruled(ctx: Context, object: ObjectModel, row: PreparedUpdate): Promise<PreparedUpdate> {
  if (Object.keys(row.changes).length === 0) return row
  const result = await runRules(ctx, object, row.before, row.changes)
  const changes = different(row.before, result.changes)
  if (result.errors.length > 0) return { ...row, changes, errors: result.errors }
  return { ...row, changes, errors: await checkValues(ctx, object, result.after, changes) }
}

function different(before: Values, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !sameJson(before[name] ?? null, value ?? null)),
  )
}

function demandCurrent(object: ObjectModel, before: Current, { version }: Update): void {
  if (version !== undefined) demandVersion(object, before, version)
  if (before.deleted_at === null) return
  const detail = `This ${lowerFirst(object.label)} is in the bin. Restore it to change it.`
  throw new Problem({ status: 409, code: 'deleted', detail })
}

const named = (error: FieldError, index: number, rows: number): FieldError =>
  rows === 1 ? error : { ...error, field: `${index}.${error.field}` }
