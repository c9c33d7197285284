import type { Family } from '#platform/fields/kind.ts'
import type { Children, FieldModel, ObjectModel } from '../model.ts'
import type { Grain } from './family.ts'
import type { Phrase } from './relative-dates.ts'

/**
 * Which records: the typed tree of a filter, as `parseFilter` makes it. Both evaluators (SQL and in memory) know
 * only this. A filter is true of a record or it is not; there is no third answer for empty values.
 */
export type Filter =
  | { readonly op: 'and'; readonly filters: readonly Filter[] }
  | { readonly op: 'or'; readonly filters: readonly Filter[] }
  | { readonly op: 'not'; readonly filter: Filter }
  | { readonly op: 'is'; readonly subject: Subject; readonly test: Test }
  /** The record that the field points to is there, visible, and fits. */
  | {
      readonly op: 'through'
      readonly field: FieldModel
      readonly object: ObjectModel
      readonly filter: Filter
    }
  | { readonly op: Quantifier; readonly related: Related; readonly filter: Filter }
  | {
      readonly op: 'aggregate'
      readonly fn: AggregateFunction
      readonly related: Related
      /** What is summed …; undefined for `count`. */
      readonly subject: Subject | undefined
      /** Which of the related records are taken. */
      readonly filter: Filter
      readonly test: Test
    }

export type Quantifier = 'some' | 'none' | 'every'
export type AggregateFunction = 'count' | 'sum' | 'min' | 'max' | 'avg'

/** What is tested: a field of the record, or one of its parts. */
export interface Subject {
  readonly field: FieldModel
  readonly part: string | undefined
  readonly family: Family
  /** For times: whole days or points in time. */
  readonly grain: Grain | undefined
}

/** Several records reached from one: the other side of a reference, or a many-to-many field. */
export interface Related {
  /** Name on the record: the inverse name or the field. */
  readonly name: string
  readonly object: ObjectModel
  readonly by: { readonly children: Children; readonly field: FieldModel } | { readonly links: FieldModel }
}

/** A value of the database, a period of time, or whoever reads. */
export type Operand =
  | string
  | number
  | boolean
  | { readonly period: Phrase }
  | { readonly person: 'me' | 'my team' }

export type Comparison = 'gt' | 'gte' | 'lt' | 'lte'
export type TextTest = 'contains' | 'startsWith' | 'endsWith' | 'matches'

export type Test =
  | { readonly is: 'empty'; readonly empty: boolean }
  /** `eq`, `in`; negated `ne`, `notIn`, which are true of an empty value. */
  | { readonly is: 'in'; readonly operands: readonly Operand[]; readonly negated: boolean }
  | { readonly is: 'compare'; readonly comparison: Comparison; readonly operand: Operand }
  | { readonly is: 'within'; readonly phrase: Phrase }
  | { readonly is: 'text'; readonly how: TextTest; readonly text: string }
  | {
      readonly is: 'has'
      readonly all: boolean
      readonly operands: readonly Operand[]
      readonly negated: boolean
    }
  | { readonly is: 'near'; readonly latitude: number; readonly longitude: number; readonly km: number }

/** True of every record. */
export const everything: Filter = { op: 'and', filters: [] }

/** Joins filters by and; one alone stays as it is. */
export function allOf(filters: readonly Filter[]): Filter {
  return filters.length === 1 ? filters[0]! : { op: 'and', filters }
}
