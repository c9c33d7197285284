import type { Family } from '#platform/fields/kind.ts'
import type { FieldModel } from '../model.ts'
import type { Subject } from './filter.ts'

/** `day`: a calendar date, the same in every zone · `instant`: a point in time. */
export type Grain = 'day' | 'instant'

/** How values of this field are compared; for computed fields it depends on their result. */
export function familyOf(field: FieldModel): Family {
  return field.kind.familyOf?.(field) ?? field.kind.family
}

/** Days or points in time; told by the JSON Schema of the kind, which must say it for the API anyway. */
export function grainOf(field: FieldModel): Grain | undefined {
  const { format } = field.kind.schema(field)
  return format === 'date' ? 'day' : format === 'date-time' ? 'instant' : undefined
}

const any = ['eq', 'ne', 'in', 'notIn', 'empty']
const order = ['gt', 'gte', 'lt', 'lte', 'between']
const text = ['contains', 'startsWith', 'endsWith', 'matches']
const has = ['has', 'hasAny', 'hasAll']

/** What may be asked of a field (or part): the operators of its family, less those that its kind cannot answer. */
export function operatorsOf({
  field,
  part,
  family,
}: Pick<Subject, 'field' | 'part' | 'family'>): readonly string[] {
  if (family !== 'structure' && family !== 'place') return operators[family]
  const { words, entries } = part === undefined ? field.kind : {}
  return [
    ...(entries === undefined ? ['empty'] : [...any, ...has]),
    ...(family === 'place' ? ['near'] : []),
    ...(words === undefined ? [] : text),
  ]
}

/** The operators of each family; everything else on a field is a part or a nested filter. */
export const operators: Readonly<Record<Family, readonly string[]>> = {
  text: [...any, ...text],
  number: [...any, ...order],
  time: [...any, ...order, 'within'],
  boolean: any,
  choice: any,
  set: [...any, ...has],
  one: any,
  many: [...any, ...has, 'some', 'none', 'every', 'count', 'sum', 'min', 'max', 'avg'],
  structure: [...any, ...has, ...text],
  place: ['empty', 'near'],
  opaque: ['empty'],
}
