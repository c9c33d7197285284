import type { FieldModel } from '#platform/objects/model.ts'
import { labelOf } from '#platform/objects/label.ts'
import { t } from '#platform/web/language/t.ts'
import type { Pick } from '#platform/web/forms/pick.ts'

interface Declared {
  readonly value: string
  readonly label?: string
  readonly colour?: string
  readonly retired?: boolean
}

const known = new WeakMap<FieldModel, ReadonlyMap<string, Pick & { readonly retired: boolean }>>()

/** The choices of a field by value, with what people read; made once per field, since cells ask for them. */
export function offered(field: FieldModel): ReadonlyMap<string, Pick & { readonly retired: boolean }> {
  const before = known.get(field)
  if (before !== undefined) return before
  const declared = (field.options['choices'] ?? []) as readonly (string | Declared)[]
  const made = new Map(declared.map((one) => {
    const choice = typeof one === 'string' ? { value: one } : one
    const { value, label, colour, retired = false }: Declared = choice
    return [value, { key: value, label: t(label ?? labelOf(value)), retired, ...(colour === undefined ? {} : { colour }) }]
  }))
  known.set(field, made)
  return made
}
