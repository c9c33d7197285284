import type { FieldModel } from '#platform/objects/model.ts'
import { formatContext, reader } from '#platform/web/language/reader.ts'

/** A figure computed from a field's values: money in the workspace's currency, else as the field writes its own. */
export function figureText(field: FieldModel, value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'object') return field.kind.format(value, field, formatContext())
  const figure = Number(value)
  if (field.kind.parts?.['currency'] !== undefined) return moneyText(figure)
  return field.kind.format(figure, field, formatContext())
}

/** An amount in the workspace's currency, without cents: for totals. */
export function moneyText(amount: number, compact = false): string {
  return new Intl.NumberFormat(reader().locale, {
    style: 'currency',
    currency: reader().currency,
    maximumFractionDigits: compact ? 1 : 0,
    ...(compact ? { notation: 'compact' } : {}),
  }).format(amount)
}
