import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import { parseFormula } from '#platform/objects/formula/parse-formula.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import type { FieldModel, Model } from '#platform/objects/model.ts'
import { Problem } from '#platform/objects/problem.ts'
import { WrongDeclarations, type Fault } from '#platform/objects/wrong-declarations.ts'

/** Reads the conditions and defaults of customer-made fields. @throws WrongDeclarations naming those that do not fit */
export function checkConditions(model: Model): void {
  const faults = [...model.objects.values()].flatMap((object) =>
    [...object.fields.values()].filter((field) => field.custom).flatMap((field) => faultsOf(field, model)),
  )
  if (faults.length > 0) throw new WrongDeclarations(faults)
}

function faultsOf(field: FieldModel, model: Model): Fault[] {
  const { visible_when: visible, valid_when: valid } = field.options
  const said = [
    visible === undefined
      ? undefined
      : complaint(() => parseFilter(model, field.object, visible as JsonObject)),
    valid === undefined ? undefined : complaint(() => parseFormula(valid.formula, model, field.object)),
    complaint(() => readDefault(field)),
  ]
  return said.flatMap((sentence) =>
    sentence === undefined ? [] : [{ object: field.object, field: field.name, sentence }],
  )
}

const words = new Set<unknown>(['me', 'today', 'now'])

function readDefault(field: FieldModel): void {
  const value = field.options.default
  if (value === undefined || words.has(value) || field.kind.computed === true) return
  field.kind.parse(value, field, { zone: 'UTC', currency: 'EUR', country: 'US', now: new Date(), me: null })
}

function complaint(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    return error instanceof Problem ? error.detail : (error as Error).message
  }
}
