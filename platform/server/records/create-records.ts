import type { JsonObject } from '#platform/objects/json.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { forbidden, invalid, type FieldError } from '#platform/objects/problem.ts'
import { responsibleField } from '../access/role-access.ts'
import type { Answer, Context, Values } from '../context.ts'
import { takeAlongside } from './alongside.ts'
import { currenciesIn, ratesFor, unknownRates } from './base-amounts.ts'
import { checkReferences } from './check-references.ts'
import { checkValues } from './check-values.ts'
import { insertRecords, type NewRecord } from './insert-records.ts'
import { defaultValues, parseValues } from './parse-values.ts'
import { storedFields } from './projection.ts'
import { readRecords } from './read-record.ts'
import { runRules } from './run-rules.ts'
import { randomUUIDv7 } from './uuid.ts'

/**
 * Creates records of one object in the context's transaction: whole or not at all.
 *
 * @returns the records as the actor may see them, in the same order
 * @throws Problem 403 when the actor may not, 422 with a message per field (`1.email` in a batch), 409 when a
 *   unique value is taken
 * @example const [acme] = await createRecords(ctx, 'company', [{ name: 'Acme' }])
 */
export async function createRecords(
  ctx: Context,
  objectName: string,
  inputs: readonly JsonObject[],
): Promise<Answer[]> {
  const object = ctx.model.object(objectName)
  const prepared = await prepareRecords(ctx, object, inputs)
  const errors = prepared.flatMap((row, index) =>
    row.errors.map((error) => named(error, index, inputs.length)),
  )
  if (errors.length > 0) throw invalid(errors)
  await insertPrepared(ctx, object, prepared)
  return readRecords(
    ctx,
    object,
    prepared.map((row) => row.id),
  )
}

export interface Prepared extends NewRecord {
  readonly errors: readonly FieldError[]
}

/** Parses, completes, rules and checks new records without writing them: each row with its own errors. */
export async function prepareRecords(
  ctx: Context,
  object: ObjectModel,
  inputs: readonly JsonObject[],
): Promise<Prepared[]> {
  demandCreate(ctx, object)
  const given = inputs.map((input) => complete(ctx, object, input))
  // Before the rules: they read the records that are pointed to.
  const missing = await checkReferences(
    ctx,
    object,
    given.map((row) => row.values),
  )
  const rows: Prepared[] = []
  for (const [index, row] of given.entries()) {
    const errors = [...row.errors, ...(missing.get(index) ?? [])]
    rows.push(errors.length > 0 ? { ...row, errors } : await ruled(ctx, object, row))
  }
  const fields = storedFields(object)
  const rates = await ratesFor(
    ctx,
    currenciesIn(
      fields,
      rows.map((row) => row.values),
    ),
  )
  return rows.map((row) => ({ ...row, errors: [...row.errors, ...unknownRates(fields, row.values, rates)] }))
}

/** Writes prepared records, and what their rules wanted written alongside. */
export async function insertPrepared(
  ctx: Context,
  object: ObjectModel,
  rows: readonly Prepared[],
): Promise<void> {
  const alongside = takeAlongside(ctx)
  const rates = await ratesFor(
    ctx,
    currenciesIn(
      storedFields(object),
      rows.map((row) => row.values),
    ),
  )
  await insertRecords(ctx, object, rows, rates)
  await createAlongside(ctx, alongside)
}

export async function createAlongside(
  ctx: Context,
  alongside: ReadonlyMap<string, JsonObject[]>,
): Promise<void> {
  const system = ctx.asSystem()
  for (const [name, inputs] of alongside) {
    const object = ctx.model.object(name)
    const prepared = await prepareRecords(system, object, inputs)
    const errors = prepared.flatMap((row) => row.errors)
    if (errors.length > 0) throw invalid(errors)
    await insertPrepared(system, object, prepared)
  }
}

function complete(ctx: Context, object: ObjectModel, input: JsonObject): Prepared {
  const given = parseValues(ctx, object, input)
  const values = { ...defaultValues(ctx, object, given.values), ...given.values }
  return { id: randomUUIDv7(ctx.now.getTime()), values, errors: given.errors }
}

async function ruled(ctx: Context, object: ObjectModel, { id, values }: Prepared): Promise<Prepared> {
  const result = await runRules(ctx, object, null, { ...values, id })
  const { id: _id, ...after } = result.after
  if (result.errors.length > 0) return { id, values: after, errors: result.errors }
  demandResponsible(ctx, object, after)
  return { id, values: after, errors: await checkValues(ctx, object, after, null) }
}

function demandCreate(ctx: Context, object: ObjectModel): void {
  if (ctx.actor.access.level(object, 'create') !== 'none') return
  throw forbidden(`Your role does not let you create ${lowerFirst(object.pluralLabel)}.`)
}

/** With “own” or “team” a new record must be one's own, or one's teams'. */
function demandResponsible(ctx: Context, object: ObjectModel, values: Values): void {
  const level = ctx.actor.access.level(object, 'create')
  if (level === 'all' || responsibleField(object) === 'created_by') return
  const mine = values['owner'] === ctx.actor.id
  const ofTeam = level === 'team' && ctx.actor.teams.includes(values['team'] as string)
  if (!mine && !ofTeam)
    throw forbidden(`Your role lets you create only ${lowerFirst(object.pluralLabel)} of your own.`)
}

const named = (error: FieldError, index: number, rows: number): FieldError =>
  rows === 1 ? error : { ...error, field: `${index}.${error.field}` }
