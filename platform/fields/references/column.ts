import { sql, type RawBuilder } from 'kysely'
import type { FieldModel } from '#platform/objects/model.ts'
import { titleOf } from '#platform/server/records/link-sql.ts'
import type { Scope } from '#platform/server/records/scope.ts'
import { tableOf } from '#platform/server/records/table.ts'
import type { Column } from '../column.ts'
import { linkTableName } from './kind.ts'

/** No column: links are rows `(record, target, position)` of a table of their own, which the engine writes. */
export const referencesColumn: Column<readonly string[]> = {
  columns: () => [],
  linkTable: (field) => ({ name: linkTableName(field), to: String(field.options['to']) }),
  write: () => ({}),
  read: (field, scope) =>
    fromLinks(field, scope, (target) => {
      const title = titleOf(scope, String(field.options['to']), target)
      return sql`json_agg(json_build_object('id', ${target}, 'title', ${title}) order by position)`
    }),
  stored: (field, scope) => fromLinks(field, scope, (target) => sql`json_agg(${target} order by position)`),
  scalar: (field, scope) => fromLinks(field, scope, () => sql`nullif(count(*), 0)`),
  probes: (ids) => ids,
  holds: (field, scope, probe) =>
    sql<boolean>`coalesce(${fromLinks(field, scope, (target) => sql`bool_or(${target} = (${probe} #>> '{}')::uuid)`)}, false)`,
}

function fromLinks(
  field: FieldModel,
  scope: Scope,
  what: (target: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const link = scope.query.alias()
  return sql`(select ${what(sql.ref(`${link}.target`))} from ${tableOf(scope.query, linkTableName(field))} ${sql.id(link)}
    where ${sql.ref(`${link}.record`)} = ${sql.ref(`${scope.alias}.id`)})`
}
