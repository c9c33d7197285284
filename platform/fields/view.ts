import type { ComponentType } from 'react'
import type { FieldDeclaration } from '#platform/objects/field.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'

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

/** For the options that a kind has beside the common ones, where a new field of it is made. */
export interface OptionsProps {
  /** The object that gets the field. */
  readonly object: ObjectModel
  readonly options: JsonObject
  readonly onChange: (options: JsonObject) => void
  readonly errors: Readonly<Record<string, string>>
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
  /** What it is good for, read when choosing a kind for a new field. */
  readonly about?: string
  /** Options of the kind that are entered like fields: `{ decimals: { kind: 'number' } }`. */
  readonly options?: Readonly<Record<string, FieldDeclaration>>
  /** Options that need more than that; loaded when first shown. */
  readonly Options?: ComponentType<OptionsProps>
}
