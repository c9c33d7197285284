import { Unfit, type ParseContext } from '#platform/fields/kind.ts'
import { renamedSentence } from '#platform/objects/former-name.ts'
import type { JsonObject, Json } from '#platform/objects/json.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { FieldError } from '#platform/objects/problem.ts'
import type { Context, Values } from '../context.ts'
import { columnOf } from './query.ts'

export interface Parsed {
  /** Stored values of the fields that were named. */
  readonly values: Values
  readonly errors: readonly FieldError[]
}

/** Reads given values through their kinds; refuses fields that are unknown, hidden, computed or read-only. */
export function parseValues(ctx: Context, object: ObjectModel, input: JsonObject): Parsed {
  const values: Record<string, unknown> = {}
  const errors: FieldError[] = []
  const context = parseContext(ctx)
  for (const [name, given] of Object.entries(input)) {
    const field = object.fields.get(name)
    const refusal = refuse(ctx, object, field, name)
    if (refusal !== undefined) errors.push(refusal)
    else if (given !== undefined) readInto(values, errors, field!, given, context)
  }
  return { values, errors }
}

function readInto(
  values: Record<string, unknown>,
  errors: FieldError[],
  field: FieldModel,
  given: Json,
  context: ParseContext,
): void {
  try {
    const value = field.kind.parse(given, field, context) as unknown
    const clean = columnOf(field).clean
    values[field.name] = value === null || clean === undefined ? value : clean(value, field)
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    errors.push({ field: field.name, code: error.code, message: error.message })
  }
}

function refuse(
  ctx: Context,
  object: ObjectModel,
  field: FieldModel | undefined,
  name: string,
): FieldError | undefined {
  const { access, kind } = ctx.actor
  const said = field === undefined ? undefined : access.field(object.name, name)
  if (field === undefined || said === 'hidden') {
    const renamed = renamedSentence(object, name, (now) => access.field(object.name, now) !== 'hidden')
    return {
      field: name,
      code: 'unknown_field',
      message: renamed ?? `${object.label} has no field “${name}”.`,
    }
  }
  if (field.kind.computed === true) {
    return { field: name, code: 'computed', message: `${field.label} is computed and cannot be written.` }
  }
  if (said === 'read_only' || (kind !== 'system' && field.options.read_only === true)) {
    return { field: name, code: 'read_only', message: `${field.label} cannot be changed by hand.` }
  }
  return undefined
}

/** The values of fields that were not named, on create. */
export function defaultValues(ctx: Context, object: ObjectModel, given: Values): Values {
  const context = parseContext(ctx)
  const values: Record<string, unknown> = {}
  for (const field of object.fields.values()) {
    const { default: value } = field.options
    if (value === undefined || field.name in given || (value === 'me' && ctx.actor.id === null)) continue
    values[field.name] = field.kind.parse(value, field, context)
  }
  return values
}

export function parseContext({ actor, workspace: { settings }, now }: Context): ParseContext {
  return { zone: actor.zone, currency: settings.currency, country: settings.country, now, me: actor.id }
}
