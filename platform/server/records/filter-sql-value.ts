import { sql, type RawBuilder } from 'kysely'
import type { Comparison, Operand, Subject, Test, TextTest } from '#platform/objects/filter/filter.ts'
import { earthKm } from '#platform/objects/filter/distance.ts'
import { daysOf, instantsOf, type Phrase, type Range } from '#platform/objects/filter/relative-dates.ts'
import { fold, foldedWords, separators } from '#platform/objects/filter/fold.ts'
import { sameAs } from './same-as.ts'
import type { Scope } from './scope.ts'

type Sql = RawBuilder<any>
const signs = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` }

/** A test on a field or part of the scope's row. */
export function testSql(test: Test, subject: Subject, scope: Scope): RawBuilder<boolean> {
  if (test.is === 'empty') return emptySql(subject, scope, test.empty)
  if (test.is === 'text') return textSql(test.how, test.text, wordsOf(subject, scope))
  if (test.is === 'near') return nearSql(test, subject, scope)
  if (test.is === 'has') return hasSql(test, subject, scope)
  const value = subjectSql(subject, scope)
  return scalarTestSql(test, value, subject, scope)
}

/** Equality, order and periods on any SQL value of the subject's type; also used for what is aggregated. */
export function scalarTestSql(
  test: Extract<Test, { is: 'in' | 'compare' | 'within' }>,
  value: Sql,
  subject: Subject | undefined,
  scope: Scope,
): RawBuilder<boolean> {
  if (test.is === 'within') return rangeSql(value, test.phrase, subject, scope)
  if (test.is === 'in') return memberSql(value, test.operands, test.negated, subject, scope)
  return compareSql(value, test.comparison, test.operand, subject, scope)
}

/** SQL of what a filter compares. */
export function subjectSql({ field, part }: Subject, scope: Scope): Sql {
  const column = scope.query.column(field)
  return part === undefined || column.part === undefined
    ? column.scalar(field, scope)
    : column.part(field, scope, part)
}

/** What text operators search: the words of the value, where its kind says what they are. */
function wordsOf(subject: Subject, scope: Scope): Sql {
  const { field, part } = subject
  const column = scope.query.column(field)
  const words = part === undefined && field.kind.words !== undefined ? column.words : undefined
  return words === undefined ? subjectSql(subject, scope) : sql`nullif(${words(field, scope)}, '')`
}

function emptySql(subject: Subject, scope: Scope, wanted: boolean): RawBuilder<boolean> {
  const { field, part, family } = subject
  // The column itself tells, not what is compared: an amount without a rate has no value in the base currency.
  const first = part === undefined ? scope.query.column(field).columns(field)[0] : undefined
  const value = first === undefined ? subjectSql(subject, scope) : sql.ref(`${scope.alias}.${first.name}`)
  if (family === 'text') return wanted ? sql`(${value} is null or ${value} = '')` : sql`${value} <> ''`
  if (family === 'set') {
    return wanted ? sql`(${value} is null or ${value} = '{}')` : sql`${value} <> '{}'`
  }
  return wanted ? sql`${value} is null` : sql`${value} is not null`
}

function memberSql(
  value: Sql,
  operands: readonly Operand[],
  negated: boolean,
  subject: Subject | undefined,
  scope: Scope,
): RawBuilder<boolean> {
  const plain: (string | number | boolean)[] = []
  const ranges: RawBuilder<boolean>[] = []
  for (const operand of operands) {
    if (typeof operand !== 'object') plain.push(operand)
    else if ('period' in operand) ranges.push(rangeSql(value, operand.period, subject, scope))
    else if (operand.person === 'me')
      plain.push(...(scope.query.reader.me === null ? [] : [scope.query.reader.me]))
    else plain.push(...scope.query.reader.teams)
  }
  const type = typeOf(subject, scope, plain)
  const compared = isWritten(subject) ? sql`${value} collate "und-x-icu"` : value
  if (plain.length === 1) ranges.unshift(sql`${compared} = ${bound(plain[0]!, type)}`)
  if (plain.length > 1)
    ranges.unshift(sql`${compared} = any(${bound(plain, type === undefined ? undefined : `${type}[]`)})`)
  const any: RawBuilder<boolean> = ranges.length === 0 ? sql`false` : sql`(${sql.join(ranges, sql` or `)})`
  return negated ? sql`(${any} is not true)` : any
}

/** Whether it is a text: texts are indexed in the order of lists, and an index serves equality in its own collation only. */
function isWritten(subject: Subject | undefined): boolean {
  if (subject?.family !== 'text' && subject?.family !== 'choice') return false
  return subject.part !== undefined || subject.field.kind.schema(subject.field)['format'] !== 'uuid'
}

function compareSql(
  value: Sql,
  comparison: Comparison,
  operand: Operand,
  subject: Subject | undefined,
  scope: Scope,
): RawBuilder<boolean> {
  if (typeof operand !== 'object') {
    return sql`${value} ${signs[comparison]} ${bound(operand, typeOf(subject, scope, [operand]))}`
  }
  if (!('period' in operand)) return sql`false`
  const { start, end, cast } = bounds(operand.period, subject, scope)
  // After a period means from its end on; until a period includes it.
  const edge = comparison === 'gt' || comparison === 'lte' ? end : start
  if (edge === undefined)
    return comparison === 'gt' || comparison === 'lt' ? sql`false` : sql`${value} is not null`
  return sql`${value} ${comparison === 'gt' || comparison === 'gte' ? signs.gte : signs.lt} ${bound(edge, cast)}`
}

function rangeSql(
  value: Sql,
  phrase: Phrase,
  subject: Subject | undefined,
  scope: Scope,
): RawBuilder<boolean> {
  const { start, end, cast } = bounds(phrase, subject, scope)
  const tests = [
    ...(start === undefined ? [] : [sql`${value} >= ${bound(start, cast)}`]),
    ...(end === undefined ? [] : [sql`${value} < ${bound(end, cast)}`]),
  ]
  return tests.length === 0 ? sql`${value} is not null` : sql`(${sql.join(tests, sql` and `)})`
}

function bounds(
  phrase: Phrase,
  subject: Subject | undefined,
  { query }: Scope,
): Range<string> & { cast: string } {
  if (subject?.grain === 'day') return { ...daysOf(phrase, query.reader), cast: 'date' }
  const { start, end } = instantsOf(phrase, query.reader)
  return {
    cast: 'timestamptz',
    ...(start === undefined ? {} : { start: start.toString() }),
    ...(end === undefined ? {} : { end: end.toString() }),
  }
}

/**
 * The type operands are bound with, where PostgreSQL would not take it from the column: a fraction compared with a
 * whole-number column must not become a whole number, nor an error.
 */
function typeOf(
  subject: Subject | undefined,
  { query }: Scope,
  operands: readonly unknown[],
): string | undefined {
  if (subject === undefined) return 'numeric'
  if (subject.family === 'time')
    return subject.grain === 'day' ? 'date' : subject.grain === 'instant' ? 'timestamptz' : undefined
  if (subject.family !== 'number') return undefined
  const whole =
    subject.part === undefined &&
    /^(integer|bigint|smallint)$/.test(query.column(subject.field).columns(subject.field)[0]?.type ?? '')
  return whole && operands.every((one) => Number.isSafeInteger(one)) ? 'bigint' : 'numeric'
}

function bound(value: unknown, type: string | undefined): Sql {
  return type === undefined ? sql`${value}` : sql`${value}::${sql.raw(type)}`
}

/**
 * `rapport.fold(column) like …` is what a trigram index on that expression serves; for words the index finds the
 * candidates and the second condition the beginnings.
 */
function textSql(how: TextTest, text: string, value: Sql): RawBuilder<boolean> {
  const folded = sql`rapport.fold(${value})`
  if (how === 'matches') {
    const spaced = sql`(' ' || translate(${folded}, ${separators}, ${' '.repeat(separators.length)}))`
    const each = foldedWords(text).map(
      (word) => sql`${folded} like ${`%${word}%`} and ${spaced} like ${`% ${word}%`}`,
    )
    return each.length === 0 ? sql`${value} is not null` : sql`(${sql.join(each, sql` and `)})`
  }
  const pattern = escaped(fold(text))
  if (how === 'startsWith') return sql`${folded} like ${`${pattern}%`}`
  return how === 'endsWith' ? sql`${folded} like ${`%${pattern}`}` : sql`${folded} like ${`%${pattern}%`}`
}

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`)

function hasSql(
  { operands, all, negated }: Extract<Test, { is: 'has' }>,
  subject: Subject,
  scope: Scope,
): RawBuilder<boolean> {
  const test =
    subject.family === 'set'
      ? setSql(operands, all, subject, scope)
      : entriesSql(operands, all, subject, scope)
  return negated ? sql`((${test}) is not true)` : sql`(${test})`
}

function setSql(operands: readonly Operand[], all: boolean, subject: Subject, scope: Scope): Sql {
  const value = subjectSql(subject, scope)
  return all ? sql`${value} @> ${operands}::text[]` : sql`${value} && ${operands}::text[]`
}

/** Entries of a structure are compared as duplicates are, which has its own index. */
function entriesSql(operands: readonly Operand[], all: boolean, { field }: Subject, scope: Scope): Sql {
  const { reader } = scope.query
  const tests = operands.map((one) => {
    const value: unknown = field.kind.parse(one as string, field, { ...reader, country: '' })
    return sameAs(scope.query.column(field), field, scope, value)
  })
  if (tests.length > 0) return sql`(${sql.join(tests, all ? sql` and ` : sql` or `)})`
  return all ? sql`${sql.ref(`${scope.alias}.${field.name}`)} is not null` : sql`false`
}

/** Great-circle distance (haversine), as `distanceKm` reckons it. */
function nearSql(
  { latitude, longitude, km }: Extract<Test, { is: 'near' }>,
  subject: Subject,
  scope: Scope,
): RawBuilder<boolean> {
  const degrees = (part: string): Sql => sql`(${subjectSql({ ...subject, part }, scope)})::double precision`
  const [lat, long] = [degrees('latitude'), degrees('longitude')]
  const [toLat, toLong] = [sql`${latitude}::double precision`, sql`${longitude}::double precision`]
  const height = sql`power(sin(radians(${lat} - ${toLat}) / 2), 2)`
  const width = sql`power(sin(radians(${long} - ${toLong}) / 2), 2)`
  const share = sql`${height} + cos(radians(${toLat})) * cos(radians(${lat})) * ${width}`
  // least() passes over null, so an empty place would be as far as places can be.
  return sql`(${lat} is not null and ${2 * earthKm}::double precision * asin(sqrt(least(1, ${share}))) <= ${km}::double precision)`
}
