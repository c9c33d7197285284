import { Text } from '@mantine/core'
import { views } from '#platform/fields/views.tsx'
import type { FieldModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'

/** A value as a list would show it; says so when it is empty. */
export function ShownValue({ field, value }: { readonly field: FieldModel; readonly value: unknown }) {
  const Cell = views.get(field.kind.name)?.Cell
  if (Cell === undefined || isEmpty(value))
    return (
      <Text span size="sm" c="dimmed">
        {t('empty')}
      </Text>
    )
  // What was typed but cannot be read has no other form than the text itself.
  if (typeof value === 'string' && !fits(field, value))
    return (
      <Text span size="sm">
        {value}
      </Text>
    )
  return <Cell value={value} field={field} />
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function fits(field: FieldModel, value: string): boolean {
  try {
    return field.kind.format(value, field, { locale: 'en', zone: 'UTC' }) !== undefined
  } catch {
    return false
  }
}
