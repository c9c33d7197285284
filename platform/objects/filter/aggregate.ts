import { compareDecimals, decimal, divide, plus, zero, type Decimal } from '../decimal.ts'
import type { Reader } from '../reader.ts'
import type { AggregateFunction, Subject } from './filter.ts'
import type { Values } from './matches.ts'
import { comparable, type Comparable } from './test-value.ts'

/**
 * A count, sum, least, greatest or mean. Sums and means are exact decimals, as in the database. The sum of nothing
 * is 0; the least, greatest and mean of nothing are empty.
 */
export function aggregateOf(
  fn: AggregateFunction,
  subject: Subject | undefined,
  rows: readonly Values[],
  reader: Reader,
): Comparable | null {
  if (subject === undefined) return decimal(rows.length)
  const values = rows
    .map((row) => comparable(subject, row[subject.field.name], reader))
    .filter((one) => one !== null)
  if (fn === 'sum') return sumOf(values)
  if (values.length === 0) return null
  if (fn === 'avg') return divide(sumOf(values), decimal(values.length))
  const sign = fn === 'min' ? 1 : -1
  return values.reduce((best, one) => (sign * order(one, best) < 0 ? one : best))
}

const sumOf = (values: readonly Comparable[]): Decimal =>
  values.reduce<Decimal>((sum, one) => plus(sum, one as Decimal), zero)

function order(a: Comparable, b: Comparable): number {
  if (typeof a === 'object' && typeof b === 'object') return compareDecimals(a, b)
  return a < b ? -1 : a > b ? 1 : 0
}
