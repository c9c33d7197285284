import { sql, type RawBuilder } from 'kysely'
import type { Node } from '#platform/objects/formula/formula.ts'
import { todayOf } from '#platform/objects/filter/relative-dates.ts'
import type { Reader } from '#platform/objects/reader.ts'
import { quotientSql } from './quotient-sql.ts'

type Sql = RawBuilder<any>
type Call = (args: readonly Sql[], query: { readonly reader: Reader }, nodes: readonly Node[]) => Sql

/** SQL of functions and operators, by name; gives the same as `calls` in memory. Only immutable functions, but for those that ask the reader. */
export const callsSql: Readonly<Record<string, Call>> = {
  if(args) {
    const cases = []
    for (let index = 0; index + 1 < args.length; index += 2)
      cases.push(sql`when ${args[index]} then ${args[index + 1]}`)
    const otherwise = args.length % 2 === 1 ? sql` else ${args.at(-1)}` : sql``
    return sql`case ${sql.join(cases, sql` `)}${otherwise} end`
  },
  coalesce: (args) => sql`coalesce(${sql.join(args)})`,
  nullif: ([a, b]) => sql`nullif(${a}, ${b})`,
  is_empty: ([a], _, [node]) =>
    node!.type === 'list' ? sql`(coalesce(cardinality(${a}), 0) = 0)` : sql`(${a} is null)`,
  or: ([a, b]) => sql`(${a} or ${b})`,
  and: ([a, b]) => sql`(${a} and ${b})`,
  not: ([a]) => sql`(not ${a})`,
  eq: ([a, b]) => sql`(${a} is not distinct from ${b})`,
  ne: ([a, b]) => sql`(${a} is distinct from ${b})`,
  lt: ([a, b]) => sql`(${a} < ${b})`,
  lte: ([a, b]) => sql`(${a} <= ${b})`,
  gt: ([a, b]) => sql`(${a} > ${b})`,
  gte: ([a, b]) => sql`(${a} >= ${b})`,
  min: (args) => sql`least(${sql.join(args)})`,
  max: (args) => sql`greatest(${sql.join(args)})`,

  // The function concat() is not immutable.
  concat: (args) =>
    sql`nullif(${sql.join(
      args.map((arg) => sql`coalesce(${arg}, '')`),
      sql` || `,
    )}, '')`,
  text: ([a]) => a!,
  text_of_number: ([a]) => sql`trim_scale(${a})::text`,
  text_of_date: ([a]) => dayText(a!),
  text_of_boolean: ([a]) => sql`case ${a} when true then 'yes' when false then 'no' end`,
  text_of_datetime: ([a], { reader }) => sql`to_char(${a} at time zone ${reader.zone}, 'YYYY-MM-DD HH24:MI')`,
  upper: ([a]) => sql`(upper(${a} collate "und-x-icu") collate "default")`,
  lower: ([a]) => sql`(lower(${a} collate "und-x-icu") collate "default")`,
  trim: ([a]) => sql`nullif(btrim(${a}), '')`,
  length: ([a]) => sql`coalesce(length(${a}), 0)::numeric`,
  left: ([a, count]) => sql`nullif(left(${a}, ${counted(count!)}), '')`,
  right: ([a, count]) => sql`nullif(right(${a}, ${counted(count!)}), '')`,
  replace: ([a, what, into]) => sql`nullif(replace(${a}, coalesce(${what}, ''), coalesce(${into}, '')), '')`,
  contains: ([a, b], _, [node]) =>
    node!.type === 'list'
      ? sql`case when ${b} is not null then coalesce(${a} @> array[${b}]::text[], false) end`
      : sql`case when ${b} is not null then coalesce(strpos(rapport.fold(${a}), rapport.fold(${b})) > 0, false) end`,
  starts_with: ([a, b]) =>
    sql`case when ${b} is not null then coalesce(starts_with(rapport.fold(${a}), rapport.fold(${b})), false) end`,
  ends_with: ([a, b]) =>
    sql`case when ${b} is not null then coalesce(right(rapport.fold(${a}), length(rapport.fold(${b}))) = rapport.fold(${b}), false) end`,

  negate: ([a]) => sql`(- ${a})`,
  add: ([a, b]) => sql`(${a} + ${b})`,
  subtract: ([a, b]) => sql`(${a} - ${b})`,
  multiply: ([a, b]) => sql`(${a} * ${b})`,
  divide: ([a, b]) => quotientSql(a!, b!),
  mod: ([a, b]) => sql`mod(${a}, nullif(${b}, 0))`,
  round: ([a, places]) =>
    sql`round(${a}, ${places === undefined ? sql`0` : sql`(${inRange(sql`trunc(${places})`, 20)})::integer`})`,
  floor: ([a]) => sql`floor(${a})`,
  ceil: ([a]) => sql`ceil(${a})`,
  abs: ([a]) => sql`abs(${a})`,

  today: (_, { reader }) => sql`${todayOf(reader).toString()}::date`,
  now: (_, { reader }) => sql`${reader.now.toISOString()}::timestamptz`,
  day_of: ([a], { reader }) => sql`(${a} at time zone ${reader.zone})::date`,
  date: ([year, month, day]) => {
    const first = sql`make_date((${inYears(year!)})::integer, 1, 1) + make_interval(months => (${inRange(sql`trunc(${month})`, 30_000)})::integer - 1)`
    return calendarDay(sql`(${first})::date + (${inRange(sql`trunc(${day})`, 500_000)})::integer - 1`)
  },
  year: ([a]) => sql`extract(year from ${a})`,
  quarter: ([a]) => sql`extract(quarter from ${a})`,
  month: ([a]) => sql`extract(month from ${a})`,
  day: ([a]) => sql`extract(day from ${a})`,
  weekday: ([a]) => sql`extract(isodow from ${a})`,
  days_between: ([a, b]) => sql`(${b} - ${a})::numeric`,
  time_between: ([a, b]) =>
    quotientSql(sql`(extract(epoch from ${b}) - extract(epoch from ${a}))`, sql`86400`),
  hours_between: ([a, b]) =>
    quotientSql(sql`(extract(epoch from ${b}) - extract(epoch from ${a}))`, sql`3600`),
  add_days: ([a, count]) => calendarDay(sql`${a} + (${inRange(sql`trunc(${count})`, 500_000)})::integer`),
  add_time: ([a, count]) => {
    const time = sql`${a} + round((${inRange(count!, 500_000)}) * 86400000)::double precision * interval '1 millisecond'`
    return sql`case when ${time} between '0001-01-01T00:00:00Z' and '9999-12-31T23:59:59.999Z' then ${time} end`
  },
  add_months: ([a, count]) =>
    calendarDay(
      sql`(${a} + make_interval(months => (${inRange(sql`trunc(${count})`, 30_000)})::integer))::date`,
    ),
}

/** How many characters; none where nobody says. */
const counted = (count: Sql): Sql => sql`least(100000, greatest(0, trunc(${count})))::integer`

const inYears = (year: Sql): Sql => sql`case when trunc(${year}) between 1 and 9999 then trunc(${year}) end`

/** Null where the number is beyond. */
function inRange(count: Sql, most: number): Sql {
  return sql`case when ${count} between ${sql.lit(-most)} and ${sql.lit(most)} then ${count} end`
}

/** Null outside of the years 1 to 9999. */
function calendarDay(day: Sql): Sql {
  return sql`case when ${day} between '0001-01-01' and '9999-12-31' then ${day} end`
}

/** A cast of a date to text depends on a setting and could not be indexed. */
function dayText(day: Sql): Sql {
  const figures = (unit: string, width: number): Sql =>
    sql`lpad(extract(${sql.raw(unit)} from ${day})::text, ${sql.lit(width)}, '0')`
  return sql`(${figures('year', 4)} || '-' || ${figures('month', 2)} || '-' || ${figures('day', 2)})`
}
