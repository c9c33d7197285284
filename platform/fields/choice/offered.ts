import type { FieldModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'
import type { Pick } from '#platform/web/forms/pick.ts'
import { choicesOf, labelOfChoice } from './choices-of.ts'
import type { ChoiceOptions } from './kind.ts'

type Offered = Pick & { readonly retired: boolean }

const known = new WeakMap<FieldModel, ReadonlyMap<string, Offered>>()

/** The choices of a field by value, with what people read; made once per field, since cells ask for them. */
export function offered(field: FieldModel): ReadonlyMap<string, Offered> {
  const before = known.get(field)
  if (before !== undefined) return before
  const made = new Map(
    choicesOf(field.options as ChoiceOptions).all.map(({ value, color, retired = false }) => {
      const label = t(labelOfChoice(field.options as ChoiceOptions, value))
      return [
        value,
        { key: value, label, retired, ...(color === undefined ? {} : { colour: color }) },
      ] as const
    }),
  )
  known.set(field, made)
  return made
}
