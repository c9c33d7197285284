import { sql, type RawBuilder } from 'kysely'
import type { Related } from '#platform/objects/filter/filter.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Scope } from './scope.ts'
import { tableOf } from './table.ts'

/** Rows of another object inside a statement: what to select from, which of them, and their scope. */
export interface Rows {
  readonly from: RawBuilder<unknown>
  readonly condition: RawBuilder<boolean>
  readonly inner: Scope
}

/** The row that a reference points to: at most one, none when in the bin or not visible. */
export function targetRow(field: FieldModel, object: ObjectModel, scope: Scope): Rows {
  const inner = innerScope(object, scope)
  const key = scope.query.column(field).scalar(field, scope)
  return {
    inner,
    from: sql`${tableOf(scope.query, object.name)} ${sql.ref(inner.alias)}`,
    condition: visible(inner, sql`${sql.ref(`${inner.alias}.id`)} = ${key}`),
  }
}

/** The rows related to the row of the scope, outside the bin and visible. */
export function relatedRows(related: Related, scope: Scope): Rows {
  const { query } = scope
  const inner = innerScope(related.object, scope)
  const rows = sql`${tableOf(query, related.object.name)} ${sql.ref(inner.alias)}`
  const [outerId, innerId] = [sql.ref(`${scope.alias}.id`), sql.ref(`${inner.alias}.id`)]
  const field = 'links' in related.by ? related.by.links : related.by.field
  const links = query.column(field).linkTable?.(field)
  if (links === undefined) {
    const key = query.column(field).scalar(field, inner)
    return { inner, from: rows, condition: visible(inner, sql`${key} = ${outerId}`) }
  }
  const link = query.alias()
  const [record, target] = [sql.ref(`${link}.record`), sql.ref(`${link}.target`)]
  const [here, there] = 'links' in related.by ? [record, target] : [target, record]
  return {
    inner,
    from: sql`${tableOf(query, links.name)} ${sql.ref(link)} join ${rows} on ${innerId} = ${there}`,
    condition: visible(inner, sql`${here} = ${outerId}`),
  }
}

function innerScope(object: ObjectModel, { query }: Scope): Scope {
  return { query, object, alias: query.alias() }
}

function visible(inner: Scope, condition: RawBuilder<unknown>): RawBuilder<boolean> {
  const rows = inner.query.guard?.rows(inner.object, inner)
  const there = sql`${condition} and ${sql.ref(`${inner.alias}.deleted_at`)} is null`
  return rows === undefined ? sql<boolean>`${there}` : sql<boolean>`${there} and ${rows}`
}
