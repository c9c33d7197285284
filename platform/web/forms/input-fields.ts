import { fieldModel } from '#platform/objects/build-model.ts'
import type { ActionDeclaration } from '#platform/objects/define-action.ts'
import type { FieldModel } from '#platform/objects/model.ts'

const known = new WeakMap<ActionDeclaration, readonly FieldModel[]>()

/** The inputs of an action as fields, in the declared order. */
export function inputFields(action: ActionDeclaration): readonly FieldModel[] {
  const before = known.get(action)
  if (before !== undefined) return before
  const made = Object.entries(action.input ?? {}).map(([name, options]) =>
    fieldModel(action.object, name, options),
  )
  known.set(action, made)
  return made
}
