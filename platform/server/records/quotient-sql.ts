import { sql, type RawBuilder } from 'kysely'
import { quotientScale } from '#platform/objects/decimal.ts'

/** Cut off after `quotientScale` digits; a division by zero has no result. */
export function quotientSql(a: RawBuilder<any>, b: RawBuilder<any>): RawBuilder<any> {
  const unit = sql.raw(`1${'0'.repeat(quotientScale)}`)
  const share = sql.raw(`0.${'0'.repeat(quotientScale - 1)}1`)
  return sql`(div(${a} * ${unit}, nullif(${b}, 0)) * ${share})`
}
