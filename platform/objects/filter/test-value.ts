import { compareDecimals, decimal, type Decimal } from '../decimal.ts'
import type { Reader } from '../reader.ts'
import { distanceKm } from './distance.ts'
import type { Comparison, Operand, Subject, Test } from './filter.ts'
import { fold, foldedWords, spaced } from './fold.ts'
import { daysOf, instantsOf, type Phrase, type Range } from './relative-dates.ts'

/** What is compared: decimals by amount, instants as nanoseconds, all else as it is. */
export type Comparable = Decimal | bigint | string | boolean

/** A test on the value of a field as a record carries it. */
export function testValue(test: Test, subject: Subject, value: unknown, reader: Reader): boolean {
  if (test.is === 'empty') return isEmpty(partOf(subject, value)) === test.empty
  if (test.is === 'near') return testNear(test, value)
  if (test.is === 'text') {
    const text = textOf(subject, value)
    return text !== null && testText(test.how, test.text, text)
  }
  if (test.is === 'has') return testHas(test, entriesOf(subject, value))
  return testScalar(test, subject, comparable(subject, value, reader), reader)
}

/** The same on what is compared already, such as a sum. */
export function testScalar(
  test: Test,
  subject: Subject | undefined,
  value: Comparable | null,
  reader: Reader,
): boolean {
  switch (test.is) {
    case 'empty':
      return (value === null) === test.empty
    case 'in':
      return (
        (value !== null && test.operands.some((one) => equals(value, one, subject, reader))) !== test.negated
      )
    case 'compare':
      return value !== null && testOrder(value, test.comparison, test.operand, subject, reader)
    case 'within':
      return value !== null && inRange(value, rangeOf(test.phrase, subject, reader))
    default:
      return false
  }
}

/** The comparable of a record's value; null when empty. */
export function comparable(subject: Subject, value: unknown, _reader: Reader): Comparable | null {
  const plain = subject.part === undefined ? value : partOf(subject, value)
  if (plain === null || plain === undefined) return null
  const scalar: unknown = subject.part === undefined ? subject.field.kind.scalar(plain, subject.field) : plain
  return scalar === null || scalar === undefined
    ? null
    : comparableScalar(subject, scalar as string | number | boolean)
}

function comparableScalar(subject: Subject | undefined, scalar: string | number | boolean): Comparable {
  if (typeof scalar === 'number') return decimal(scalar)
  if (subject?.family === 'number') return decimal(String(scalar))
  if (subject?.grain === 'instant') return Temporal.Instant.from(String(scalar)).epochNanoseconds
  return scalar
}

function equals(value: Comparable, operand: Operand, subject: Subject | undefined, reader: Reader): boolean {
  if (typeof operand !== 'object') return order(value, comparableScalar(subject, operand)) === 0
  if ('period' in operand) return inRange(value, rangeOf(operand.period, subject, reader))
  return operand.person === 'me' ? value === reader.me : reader.teams.includes(String(value))
}

function testOrder(
  value: Comparable,
  comparison: Comparison,
  operand: Operand,
  subject: Subject | undefined,
  reader: Reader,
): boolean {
  if (typeof operand !== 'object') {
    const sign = order(value, comparableScalar(subject, operand))
    return { gt: sign > 0, gte: sign >= 0, lt: sign < 0, lte: sign <= 0 }[comparison]
  }
  if (!('period' in operand)) return false
  const { start, end } = rangeOf(operand.period, subject, reader)
  const edge = comparison === 'gt' || comparison === 'lte' ? end : start
  if (edge === undefined) return comparison === 'gte' || comparison === 'lte'
  return comparison === 'gt' || comparison === 'gte' ? order(value, edge) >= 0 : order(value, edge) < 0
}

function order(a: Comparable, b: Comparable): number {
  if (typeof a === 'object' && typeof b === 'object') return compareDecimals(a, b)
  return a < b ? -1 : a > b ? 1 : 0
}

function rangeOf(phrase: Phrase, subject: Subject | undefined, reader: Reader): Range<Comparable> {
  if (subject?.grain === 'day') return daysOf(phrase, reader)
  const { start, end } = instantsOf(phrase, reader)
  return {
    ...(start === undefined ? {} : { start: start.epochNanoseconds }),
    ...(end === undefined ? {} : { end: end.epochNanoseconds }),
  }
}

function inRange(value: Comparable, { start, end }: Range<Comparable>): boolean {
  return (start === undefined || order(value, start) >= 0) && (end === undefined || order(value, end) < 0)
}

function testText(how: string, wanted: string, text: string): boolean {
  const folded = fold(text)
  if (how === 'contains') return folded.includes(fold(wanted))
  if (how === 'startsWith') return folded.startsWith(fold(wanted))
  if (how === 'endsWith') return folded.endsWith(fold(wanted))
  return foldedWords(wanted).every((word) => spaced(folded).includes(` ${word}`))
}

function testHas(test: Extract<Test, { is: 'has' }>, values: readonly unknown[] | undefined): boolean {
  const has = (one: Operand): boolean => values !== undefined && values.includes(one)
  const found = test.all ? values !== undefined && test.operands.every(has) : test.operands.some(has)
  return found !== test.negated
}

function entriesOf({ field, part }: Subject, value: unknown): readonly unknown[] | undefined {
  if (value === null || value === undefined) return undefined
  return part === undefined && field.kind.entries !== undefined
    ? field.kind.entries(value)
    : Array.isArray(value)
      ? value
      : undefined
}

function testNear(test: Extract<Test, { is: 'near' }>, value: unknown): boolean {
  const { latitude, longitude } = (value ?? {}) as { latitude?: unknown; longitude?: unknown }
  return (
    typeof latitude === 'number' &&
    typeof longitude === 'number' &&
    distanceKm(test, { latitude, longitude }) <= test.km
  )
}

/** What text operators look at. */
function textOf(subject: Subject, value: unknown): string | null {
  const { field, part } = subject
  if (value === null || value === undefined) return null
  if (part === undefined && field.kind.words !== undefined) return field.kind.words(value, field) || null
  const text = part === undefined ? field.kind.scalar(value, field) : partOf(subject, value)
  return typeof text === 'string' ? text : null
}

function partOf({ field, part }: Subject, value: unknown): unknown {
  if (part === undefined || value === null || value === undefined) return value
  if (field.kind.part !== undefined) return field.kind.part(value, part)
  return typeof value === 'object' && Object.hasOwn(value, part)
    ? (value as Record<string, unknown>)[part]
    : null
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
