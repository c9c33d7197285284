import type { Family } from '#platform/fields/kind.ts'
import { familyOf, grainOf } from '../filter/family.ts'
import type { FieldModel } from '../model.ts'
import type { FormulaType } from './formula.ts'

/** What a field is in a formula; undefined when formulas cannot use it. */
export function typeOfField(field: FieldModel): FormulaType | undefined {
  const family = familyOf(field)
  if (family === 'number') return isMoney(field) ? 'money' : 'number'
  if (family === 'time') {
    const grain = grainOf(field)
    return grain === undefined ? undefined : grain === 'day' ? 'date' : 'datetime'
  }
  if (family === 'choice') return field.kind.schema(field)['format'] === 'uuid' ? 'link' : 'text'
  return byFamily[family]
}

export function typeOfPart(field: FieldModel, part: string): FormulaType {
  return byFamily[field.kind.parts![part]!] ?? 'text'
}

/** Told by the JSON Schema of the kind: an amount with its currency. */
export function isMoney(field: FieldModel): boolean {
  const { properties } = field.kind.schema(field)
  return typeof properties === 'object' && properties !== null && Object.hasOwn(properties, 'currency')
}

const byFamily: Readonly<Partial<Record<Family, FormulaType>>> = {
  text: 'text',
  choice: 'text',
  number: 'number',
  boolean: 'boolean',
  one: 'link',
  set: 'list',
}
