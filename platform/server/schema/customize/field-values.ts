import { sql, type RawBuilder } from 'kysely'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../../context.ts'
import { tableOf } from '../../records/table.ts'
import { columnOf, uniqueOn } from '../desired-tables.ts'
import { wrongInput } from './customize-problems.ts'

/** Only kinds with a column or links hold values; others are computed from them. */
const hasColumn = (field: FieldModel): boolean => columnOf(field).columns(field).length > 0

/** How many records outside the bin have a value in the field. */
export async function countWithValue(ctx: Context, field: FieldModel): Promise<number> {
  const links = columnOf(field).linkTable?.(field)
  if (links !== undefined)
    return count(ctx, sql`select distinct record from ${tableOf(ctx.workspace, links.name)}`)
  if (!hasColumn(field)) return 0
  return count(
    ctx,
    sql`select from ${tableOf(ctx.workspace, field.object)}
    where ${sql.id(field.name)} is not null and deleted_at is null`,
  )
}

/** What making a field required means for the records there are; `undefined` when none lacks it. */
export async function requiredNote(
  ctx: Context,
  object: ObjectModel,
  field?: FieldModel,
): Promise<string | undefined> {
  const all = await count(
    ctx,
    sql`select from ${tableOf(ctx.workspace, object.name)} where deleted_at is null`,
  )
  const lacking = field === undefined ? all : all - (await countWithValue(ctx, field))
  if (lacking === 0) return undefined
  const records = lacking === 1 ? '1 record has' : `${lacking.toLocaleString('en')} records have`
  return `${records} no value there yet; it is asked for when they are changed next.`
}

/** @throws Problem 422 with count and an example when values are there more than once */
export async function refuseDuplicates(ctx: Context, field: FieldModel): Promise<void> {
  if (!hasColumn(field)) throw wrongInput('unique', `${field.label} cannot be unique.`)
  const value = sql.raw<string>(uniqueOn(field))
  const { rows } = await sql<{ values: number; example: string; records: number }>`
    with twice as (
      select min(${sql.id(field.name)}::text) as example, count(*)::int as records
      from ${tableOf(ctx.workspace, field.object)}
      where deleted_at is null and ${sql.id(field.name)} is not null group by ${value} having count(*) > 1)
    select count(*) over ()::int as values, example, records from twice order by records desc, example limit 1`.execute(
    ctx.db,
  )
  const worst = rows[0]
  if (worst === undefined) return
  const others = worst.values === 1 ? 'One value is' : `${worst.values.toLocaleString('en')} values are`
  throw wrongInput(
    'unique',
    `${others} there more than once, for example “${worst.example}” in ${worst.records.toLocaleString('en')} records. ` +
      'Make them differ first, then try again.',
    'not_unique',
  )
}

/** @throws Problem 422 when choices are taken away that records have */
export async function refuseLostChoices(ctx: Context, before: FieldModel, after: FieldModel): Promise<void> {
  const kept = new Set(choiceValues(after))
  const lost = choiceValues(before).filter((value) => !kept.has(value))
  const type = columnOf(before).columns(before)[0]?.type
  if (lost.length === 0 || (type !== 'text' && type !== 'text[]') || after.kind.name !== before.kind.name)
    return
  const column = sql.id(before.name)
  const has = type === 'text' ? sql`${column} = any(${lost}::text[])` : sql`${column} && ${lost}::text[]`
  const found = await count(ctx, sql`select from ${tableOf(ctx.workspace, before.object)} where ${has}`)
  if (found === 0) return
  const records = found === 1 ? '1 record has' : `${found.toLocaleString('en')} records have`
  const names = lost.map((value) => `“${value}”`).join(', ')
  throw wrongInput('choices', `${records} ${names}. Retire the choice instead of removing it.`, 'in_use')
}

function choiceValues(field: FieldModel): string[] {
  const choices = field.options['choices']
  if (!Array.isArray(choices)) return []
  return choices.map((one: unknown) =>
    String(typeof one === 'object' && one !== null && 'value' in one ? one.value : one),
  )
}

export async function count(ctx: Context, rows: RawBuilder<unknown>): Promise<number> {
  const { rows: answer } = await sql<{ n: number }>`select count(*)::float8 as n from (${rows}) r`.execute(
    ctx.db,
  )
  return answer[0]!.n
}
