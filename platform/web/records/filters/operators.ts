import type { Family } from '#platform/fields/kind.ts'
import { familyOf } from '#platform/objects/filter/family.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'

/** What follows the operator: one value, several, two, a period, yes or no, or nothing. */
export type Operand = 'one' | 'several' | 'two' | 'period' | 'none'

export interface Operator {
  readonly key: string
  /** In the filter language; two keys may share one (`empty`). */
  readonly name: string
  readonly label: () => string
  readonly operand: Operand
  /** For `none`: what is written. */
  readonly value?: boolean
}

const empty: Operator = {
  key: 'empty',
  name: 'empty',
  label: () => t('is empty'),
  operand: 'none',
  value: true,
}
const filled: Operator = {
  key: 'filled',
  name: 'empty',
  label: () => t('is filled'),
  operand: 'none',
  value: false,
}
const make = (name: string, label: () => string, operand: Operand): Operator => ({
  key: name,
  name,
  label,
  operand,
})

const is = make('eq', () => t('is'), 'one')
const anyOf = make('in', () => t('is'), 'several')
const noneOf = make('notIn', () => t('is not'), 'several')

const byFamily: Readonly<Record<Family, readonly Operator[]>> = {
  text: [
    make('contains', () => t('contains'), 'one'),
    make('startsWith', () => t('starts with'), 'one'),
    make('endsWith', () => t('ends with'), 'one'),
    is,
    make('ne', () => t('is not'), 'one'),
    empty,
    filled,
  ],
  number: [
    make('gte', () => t('at least'), 'one'),
    make('lte', () => t('at most'), 'one'),
    make('gt', () => t('more than'), 'one'),
    make('lt', () => t('less than'), 'one'),
    make('between', () => t('between'), 'two'),
    is,
    make('ne', () => t('is not'), 'one'),
    empty,
    filled,
  ],
  time: [
    make('within', () => t('within'), 'period'),
    make('gte', () => t('from'), 'one'),
    make('lte', () => t('until'), 'one'),
    make('between', () => t('between'), 'two'),
    is,
    empty,
    filled,
  ],
  boolean: [is, empty, filled],
  choice: [anyOf, noneOf, empty, filled],
  set: [
    make('hasAny', () => t('has one of'), 'several'),
    make('hasAll', () => t('has all of'), 'several'),
    empty,
    filled,
  ],
  one: [anyOf, noneOf, empty, filled],
  many: [
    make('hasAny', () => t('has one of'), 'several'),
    make('hasAll', () => t('has all of'), 'several'),
    empty,
    filled,
  ],
  structure: [make('contains', () => t('contains'), 'one'), empty, filled],
  place: [make('contains', () => t('contains'), 'one'), empty, filled],
  opaque: [empty, filled],
}

/** The family of what a path ends in: the field's, or that of its part. */
export function familyAt(field: FieldModel, path: readonly string[]): Family {
  const last = path.at(-1)!
  return last === field.name ? familyOf(field) : (field.kind.parts?.[last] ?? familyOf(field))
}

export const operatorsFor = (family: Family): readonly Operator[] => byFamily[family]

/** The operator of a chip; one that is not offered for the family is shown by its own name. */
export function operatorOf(family: Family, name: string, value: unknown): Operator {
  const offered = byFamily[family]
  if (name === 'empty') return value === false ? filled : empty
  const same = offered.find((one) => one.name === name)
  if (same !== undefined) return same
  if (name === 'eq') return offered.find((one) => one.operand === 'several') ?? is
  return make(name, () => name, 'one')
}
