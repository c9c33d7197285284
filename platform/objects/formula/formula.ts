import type { Json } from '../json.ts'
import type { FieldModel } from '../model.ts'

/** Money is its amount in the workspace's base currency; `empty` is the type of `null` alone. */
export type FormulaType =
  | 'number'
  | 'money'
  | 'text'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'link'
  | 'list'
  | 'empty'

/** What a formula can result in. */
export type ResultType = Exclude<FormulaType, 'link' | 'list' | 'empty'>

/** The typed tree of a formula. Both evaluators (SQL and in memory) know only this. */
export type Node =
  | { readonly node: 'value'; readonly type: FormulaType; readonly value: Json }
  /** A field of the record, or of the record that the references in `path` lead to. */
  | {
      readonly node: 'field'
      readonly type: FormulaType
      readonly path: readonly FieldModel[]
      readonly field: FieldModel
      readonly part: string | undefined
    }
  /** A field that is itself a formula, read on the record that `path` leads to. */
  | {
      readonly node: 'formula'
      readonly type: FormulaType
      readonly path: readonly FieldModel[]
      readonly field: FieldModel
      readonly formula: Formula
    }
  /** A function or an operator, whose arguments have the types it wants. */
  | {
      readonly node: 'call'
      readonly type: FormulaType
      readonly call: string
      readonly args: readonly Node[]
    }

/** A formula that fits its object, as `parseFormula` makes it. */
export interface Formula {
  readonly text: string
  readonly object: string
  readonly type: ResultType
  readonly node: Node
  /** Stored fields it reads, as paths: `amount`, `company.name`; formulas among them are resolved to what they read. */
  readonly fields: readonly string[]
  /** Why its result cannot be kept in a column; undefined when it can. */
  readonly unstorable: string | undefined
  /** Number of nodes when formulas inside are written out. */
  readonly size: number
}
