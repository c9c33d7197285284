import { Unfit } from '#platform/fields/kind.ts'
import type { Json } from '#platform/objects/json.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import type { Person } from '#platform/web/data/session.ts'
import { parseContext } from '#platform/web/language/reader.ts'

export type FormValues = Readonly<Record<string, Json>>

/** What a new record starts with: the defaults of its fields, as this person would have entered them. */
export function firstValues(fields: readonly FieldModel[], me: Person): FormValues {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = firstValue(field, me)
      return value === undefined ? [] : [[field.name, value]]
    }),
  )
}

function firstValue(field: FieldModel, me: Person): Json | undefined {
  const given = field.options.default
  if (given === undefined || given === null) return undefined
  if (given === 'me' && field.relation !== undefined) return { id: me.id, title: me.name }
  try {
    return field.kind.parse(given, field, parseContext()) as Json
  } catch (error) {
    if (error instanceof Unfit) return undefined
    throw error
  }
}
