import type { RawBuilder } from 'kysely'
import type { FieldModel } from '#platform/objects/model.ts'
import type { Json } from '#platform/objects/json.ts'
import type { Scope } from '#platform/server/records/scope.ts'

export interface ColumnSpec {
  readonly name: string
  /** PostgreSQL type as `format_type` prints it: `text`, `numeric`, `timestamp with time zone`, `uuid`, `text[]` … */
  readonly type: string
  /** SQL expression of a stored generated column (own columns only, unqualified and quoted). */
  readonly generated?: string
  /** SQL expression of a default. `{sequence}` in it stands for the qualified name of the field's sequence. */
  readonly default?: string
  /** Foreign key to another object of the workspace. */
  readonly references?: { readonly object: string; readonly on_delete: 'set null' | 'cascade' | 'restrict' }
}

export interface IndexSpec {
  /** Suffix of the index' name, unique within the field. */
  readonly name: string
  readonly using: 'btree' | 'gin' | 'gist'
  /** The part in parentheses, e.g. `"amount", "id"` or `"emails" jsonb_path_ops`. */
  readonly on: string
  readonly unique?: boolean
  readonly where?: string
  /** Storage parameters, as in `fastupdate = off`. */
  readonly storage?: string
}

/** A table of its own that a field needs (links of a many-to-many). */
export interface LinkTableSpec {
  readonly name: string
  readonly to: string
}

/** A type of value, as the database knows it. */
export interface Column<Stored = any, Options = any> {
  /** Real columns of the table; none for computed kinds and link tables. The first is named like the field. */
  columns(field: FieldModel<Options>): readonly ColumnSpec[]
  /**
   * Indexes that make filter and sort by this field quick. Asked for when the field is `indexed`, `unique` or
   * `searchable`; the kind decides which of them each option needs.
   */
  indexes?(field: FieldModel<Options>): readonly IndexSpec[]
  /** Expression (own columns, unqualified and quoted) that must be unique when the field is. Default: the first column. */
  uniqueOn?(field: FieldModel<Options>): string
  /** Many-to-many: links live in a table `(record, target, position)`; the engine writes it from the list of ids. */
  linkTable?(field: FieldModel<Options>): LinkTableSpec
  sequence?(field: FieldModel<Options>): { readonly name: string; readonly start: number }
  /** Stored value → JSON values of the real columns, by column name (goes through `json_to_recordset`). */
  write(value: Stored | null, field: FieldModel<Options>): Readonly<Record<string, Json>>
  /** Amounts with a currency: name of the column that holds the value in the base currency, set by the engine. */
  base?(field: FieldModel<Options>): string
  /** Makes a parsed value safe to keep (foreign HTML), before it is written. `null` when nothing is left of it. */
  clean?(value: Stored, field: FieldModel<Options>): Stored | null
  /** SQL giving the JSON value of the field for a row of the scope, `null` when empty. */
  read(field: FieldModel<Options>, scope: Scope): RawBuilder<unknown>
  /** SQL giving the JSON as stored, where that is not what `read` gives (links: the id, or the list of ids). */
  stored?(field: FieldModel<Options>, scope: Scope): RawBuilder<unknown>
  /** SQL giving what filters compare and lists sort by. */
  scalar(field: FieldModel<Options>, scope: Scope): RawBuilder<unknown>
  /** SQL giving one of the kind's parts. */
  part?(field: FieldModel<Options>, scope: Scope, part: string): RawBuilder<unknown>
  /** SQL giving the words of the value, for search and for text operators of structured kinds. */
  words?(field: FieldModel<Options>, scope: Scope): RawBuilder<string>
  /**
   * For duplicates: what a row must hold, one of these, to say the same as this value – each of several e-mail
   * addresses, the domain of an address of the web. Default: the value itself.
   */
  probes?(value: Stored, field: FieldModel<Options>): readonly Json[]
  /**
   * SQL telling whether a row holds a probe, given as jsonb, as a person compares it (no matter case and accents).
   * One expression for a whole file of rows, so an index must be able to serve it. Default: equal by `scalar`.
   */
  holds?(field: FieldModel<Options>, scope: Scope, probe: RawBuilder<unknown>): RawBuilder<boolean>
}
