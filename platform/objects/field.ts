import type { FilterJson, Json } from './json.ts'

/** What every field may say about itself, whatever its kind. Plain data: customer-made fields are stored so. */
export interface FieldOptions {
  /** What people read; derived from the name when left out (`close_on` → "Close on"). */
  readonly label?: string
  /** A sentence below the input. */
  readonly help?: string
  readonly required?: boolean
  /** No two records (outside the bin) have the same value. */
  readonly unique?: boolean
  /** Sorting and filtering by it is quick on millions of rows. */
  readonly indexed?: boolean
  /** Its words are found by the search over all objects. */
  readonly searchable?: boolean
  /** Set by rules and actions only, never by a form, the API or an import. */
  readonly read_only?: boolean
  /** A JSON value of the kind; `'me'` for user, `'today'` for date and `'now'` for datetime also work. */
  readonly default?: Json
  /** Shown in forms and on pages only while the record fits this filter; a hidden field is not required. */
  readonly visible_when?: FilterJson
  /** A formula that must be true, and the sentence shown when it is not. */
  readonly valid_when?: { readonly formula: string; readonly message: string }
  /** Other names that files give it: `account` for a company. An import guesses by them. */
  readonly also_known_as?: readonly string[]
  /** No longer offered for entry; its values stay readable. */
  readonly retired?: boolean
  /** What the field was called before; who still asks by such a name is told the new one. */
  readonly former_names?: readonly string[]
}

/** A field as declared: its kind's name, the common options and the kind's own options, side by side. */
export interface FieldDeclaration extends FieldOptions {
  readonly kind: string
  readonly [option: string]: unknown
}

declare const valueType: unique symbol

/** A declaration that also knows the type of its values (at compile time only). */
export type Field<Value = unknown> = FieldDeclaration & { readonly [valueType]?: Value }

/** The type of a field's values, `null` when empty. */
export type ValueOf<F> = F extends { readonly [valueType]?: infer Value } ? Value | null : never
