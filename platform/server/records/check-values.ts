import { matches } from '#platform/objects/filter/matches.ts'
import { fieldsNeeded } from '#platform/objects/filter/fields-needed.ts'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import { evaluateFormula } from '#platform/objects/formula/evaluate-formula.ts'
import { parseFormula } from '#platform/objects/formula/parse-formula.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { FieldError } from '#platform/objects/problem.ts'
import type { Context, Values } from '../context.ts'
import { withReferences } from './with-references.ts'
import { readerOf } from './query.ts'

/**
 * What must hold of a record's values taken together: required fields that show are filled, validation formulas
 * are true. Only what the change touches is asked, so that an older record can still be edited in part.
 */
export async function checkValues(
  ctx: Context,
  object: ObjectModel,
  after: Values,
  changes: Values | null,
): Promise<FieldError[]> {
  const errors: FieldError[] = []
  for (const field of object.fields.values()) {
    const touched = changes === null || field.name in changes
    if (
      touched &&
      field.options.required === true &&
      isEmpty(after[field.name]) &&
      (await shows(ctx, object, field, after))
    ) {
      errors.push({ field: field.name, code: 'required', message: `${field.label} is needed.` })
    }
    const said = touched ? await validity(ctx, object, field, after) : undefined
    if (said !== undefined) errors.push(said)
  }
  return errors
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

async function shows(ctx: Context, object: ObjectModel, field: FieldModel, after: Values): Promise<boolean> {
  const when = field.options.visible_when
  if (when === undefined) return true
  const filter = parseFilter(ctx.model, object.name, when)
  const record = await withReferences(ctx, object, after, fieldsNeeded(filter))
  return matches(filter, record, readerOf(ctx))
}

async function validity(
  ctx: Context,
  object: ObjectModel,
  field: FieldModel,
  after: Values,
): Promise<FieldError | undefined> {
  const rule = field.options.valid_when
  if (rule === undefined || isEmpty(after[field.name])) return undefined
  const formula = parseFormula(rule.formula, ctx.model, object.name)
  const record = await withReferences(ctx, object, after, formula.fields)
  const holds = evaluateFormula(formula, record, readerOf(ctx))
  return holds === false ? { field: field.name, code: 'invalid', message: rule.message } : undefined
}
