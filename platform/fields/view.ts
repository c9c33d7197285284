import type { ComponentType } from 'react'
import type { FieldModel } from '#platform/objects/model.ts'
import type { Json } from '#platform/objects/json.ts'

export interface CellProps<Value> {
  /** Never null: an empty cell is drawn by the list itself. */
  readonly value: Value
  readonly field: FieldModel
}

export interface InputProps<Value> {
  readonly field: FieldModel
  /** As answered by the API. */
  readonly value: Value | null
  /** Gives what the API takes; links may be given as `{ id, title }`. */
  readonly onChange: (value: Json) => void
  readonly error?: string | undefined
  /** Inside a table cell or beside its label: draws no label of its own and takes the focus. */
  readonly inline?: boolean
  readonly autoFocus?: boolean
  readonly disabled?: boolean
}

/** A kind of value as people see and enter it. */
export interface View<Value = any> {
  readonly Cell: ComponentType<CellProps<Value>>
  /** Left out for computed kinds. */
  readonly Input?: ComponentType<InputProps<Value>>
  /** Figures stand right. */
  readonly align?: 'right'
  /** Takes the whole width of a form. */
  readonly wide?: true
  /** Usual width of a column, pixels. */
  readonly width?: number
}
