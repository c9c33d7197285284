import type { RawBuilder } from 'kysely'
import type { Column } from '#platform/fields/column.ts'
import type { FieldModel, Model, ObjectModel } from '#platform/objects/model.ts'
import type { Reader } from '#platform/objects/reader.ts'

/** What limits a question to what the asker may see. Access rules themselves are compiled without one. */
export interface Guard {
  /** Condition on the rows of an object under this alias; `undefined` when all are visible. */
  rows(object: ObjectModel, scope: Scope): RawBuilder<boolean> | undefined
  /** Whether a field may be read at all (shown, filtered, sorted, counted). */
  field(object: string, field: string): boolean
}

/** One statement being built: where the tables are, who asks, and a source of fresh aliases. */
export interface Query {
  readonly schema: string
  readonly model: Model
  readonly reader: Reader
  readonly guard: Guard | undefined
  /** The database side of a field's kind. */
  column(field: FieldModel): Column
  /** A new table alias: `t1`, `t2` … */
  alias(): string
}

/** A row source inside a statement: rows of `object`, known as `alias`. */
export interface Scope {
  readonly query: Query
  readonly object: ObjectModel
  readonly alias: string
}
