import { sql, type RawBuilder } from 'kysely'
import { resultScale } from '#platform/objects/formula/evaluate-formula.ts'
import { isMoney } from '#platform/objects/formula/field-type.ts'
import { grainOf } from '#platform/objects/filter/family.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import { foundSql } from '#platform/server/records/filter-sql-aggregate.ts'
import { filterToSql } from '#platform/server/records/filter-sql.ts'
import type { Scope } from '#platform/server/records/scope.ts'
import type { Column } from '../column.ts'
import { resultJson } from '../result-json.ts'
import type { RollupOptions } from './kind.ts'
import { parseRollup } from './parse-rollup.ts'

/** A correlated subquery over the related rows that the reader may see. */
export const rollupColumn: Column<never, RollupOptions> = {
  columns: () => [],
  write: () => ({}),
  read: (field, scope) => resultJson(valueSql(field, scope), resultType(field), scope),
  scalar: valueSql,
}

function valueSql(field: FieldModel<RollupOptions>, scope: Scope): RawBuilder<unknown> {
  const found = foundSql(parseRollup(field), scope, filterToSql)
  const scale = field.options.fn === 'avg' ? resultScale[resultType(field)] : undefined
  // A mean has more digits than a JSON number carries.
  return scale === undefined ? found : sql`round(${found}, ${sql.lit(scale)})`
}

function resultType(field: FieldModel<RollupOptions>): 'number' | 'money' | 'date' | 'datetime' {
  const { subject } = parseRollup(field)
  if (subject === undefined) return 'number'
  if (subject.family === 'time') return grainOf(subject.field) === 'day' ? 'date' : 'datetime'
  return subject.part === undefined && isMoney(subject.field) ? 'money' : 'number'
}
