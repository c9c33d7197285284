import { sql, type RawBuilder } from 'kysely'
import type { Column } from '#platform/fields/column.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import type { Scope } from './scope.ts'

/** SQL telling whether a row has the same value, as a person compares it: any of its probes suffices. */
export function sameAs(column: Column, field: FieldModel, scope: Scope, value: any): RawBuilder<boolean> {
  const probes = column.probes?.(value, field) ?? [value]
  const any = probes.map((probe) => column.holds!(field, scope, sql`${JSON.stringify(probe)}::jsonb`))
  return any.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(any, sql` or `)})`
}
