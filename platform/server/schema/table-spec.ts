import type { IndexSpec } from '#platform/fields/column.ts'

export interface TableColumn {
  readonly name: string
  /** As PostgreSQL's `format_type` prints it. */
  readonly type: string
  /** The field it holds, for sentences; the primary reader of refusals is a person. */
  readonly field: string
  readonly notNull?: true
  readonly generated?: string
  /** With `{sequence}` for the qualified name of its sequence. */
  readonly default?: string
  readonly sequence?: string
}

export interface ForeignKey {
  readonly name: string
  readonly column: string
  readonly table: string
  readonly onDelete: 'set null' | 'cascade' | 'restrict'
}

export interface TableIndex extends Omit<IndexSpec, 'name'> {
  readonly name: string
}

export interface Sequence {
  readonly name: string
  readonly start: number
}

/** A table as the declarations want it. */
export interface TableSpec {
  readonly name: string
  /** The object it serves. */
  readonly object: string
  /** Set on the table of a many-to-many field. */
  readonly links?: string
  readonly primaryKey: readonly string[]
  readonly columns: readonly TableColumn[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly indexes: readonly TableIndex[]
  readonly sequences: readonly Sequence[]
}
