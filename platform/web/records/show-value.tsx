import type { FieldModel } from '#platform/objects/model.ts'
import { viewOf } from './grid/use-columns.ts'

/** A value as its kind shows it; nothing where it is empty. */
export function ShowValue({ field, value }: { readonly field: FieldModel; readonly value: unknown }) {
  if (isEmpty(value)) return null
  const { Cell } = viewOf(field)
  return <Cell value={value} field={field} />
}

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
