import type { FieldModel, Model } from '../model.ts'
import { malformed } from '../problem.ts'
import type { Formula } from './formula.ts'
import { parseFormula } from './parse-formula.ts'

/** Which model a field belongs to: kinds that compute need it, and are asked for their columns without one. */
const models = new WeakMap<FieldModel<any>, Model>()

/** Called by the checks of computing kinds, which see the model first. */
export function rememberModel(model: Model): void {
  for (const object of model.objects.values()) {
    for (const field of object.fields.values()) if (field.kind.computed === true) models.set(field, model)
  }
}

/** @throws Error when the model of the field was never built */
export function modelOf(field: FieldModel<any>): Model {
  const model = models.get(field)
  if (model === undefined) throw new Error(`${field.object}.${field.name} is of no model that was built.`)
  return model
}

/** The formula of a formula field. @throws Problem when it is wrong */
export function formulaOf(field: FieldModel<any>): Formula {
  const text = String(field.options['formula'])
  return withoutCircle(field, () => parseFormula(text, modelOf(field), field.object, { field: field.name }))
}

/** Computed fields that are being resolved right now: to know one, those that it reads must be known. */
const resolving: FieldModel<any>[] = []

/** Resolves a computed field. @throws Problem 400 when it comes back to itself through formulas and roll-ups */
export function withoutCircle<Result>(field: FieldModel<any>, resolve: () => Result): Result {
  const start = resolving.indexOf(field)
  if (start >= 0) {
    const names = [...resolving.slice(start), field].map((one) => `${one.object}.${one.name}`)
    throw malformed(`It goes round in a circle: ${names.join(' → ')}.`)
  }
  resolving.push(field)
  try {
    return resolve()
  } finally {
    resolving.pop()
  }
}
