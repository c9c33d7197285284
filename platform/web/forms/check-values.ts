import { Unfit } from '#platform/fields/kind.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import { parseContext } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import type { FormValues } from './first-values.ts'

/** What the browser can already tell: what cannot be read, what is missing. The server checks all of it again. */
export function checkValues(
  fields: readonly FieldModel[],
  values: FormValues,
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {}
  for (const field of fields) {
    const message = messageOf(field, values)
    if (message !== undefined) errors[field.name] = message
  }
  return errors
}

function messageOf(field: FieldModel, values: FormValues): string | undefined {
  try {
    const value = field.kind.parse(values[field.name] ?? null, field, parseContext())
    const missing = field.options.required === true && (value === null || value === undefined)
    return missing ? t('{field} is needed.', { field: t(field.label) }) : undefined
  } catch (error) {
    if (error instanceof Unfit) return t(error.message)
    throw error
  }
}
