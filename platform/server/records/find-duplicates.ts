import { sql, type RawBuilder } from 'kysely'
import type { DuplicateRule, Link } from '#platform/objects/define-object.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { Problem } from '#platform/objects/problem.ts'
import type { Context, Values } from '../context.ts'
import { isEmpty } from './check-values.ts'
import { parseValues } from './parse-values.ts'
import { queryFor, scopeOf } from './query.ts'
import type { Scope } from './scope.ts'
import { tableOf } from './table.ts'

export interface Duplicate {
  readonly record: Link
  readonly match: DuplicateRule['match']
  /** The fields that agree. */
  readonly fields: readonly string[]
}

const most = 5

/**
 * Visible records that may be the same thing as the given values, by the object's duplicate rules; the surest first.
 *
 * @example await findDuplicates(ctx, 'person', { emails: ['ada@example.com'] })
 */
export async function findDuplicates(
  ctx: Context,
  objectName: string,
  input: JsonObject,
  id?: string,
): Promise<Duplicate[]> {
  const object = ctx.model.object(objectName)
  const { values } = parseValues(ctx, object, input)
  const usable = object.duplicates.filter((rule) => rule.fields.every((name) => !isEmpty(values[name])))
  if (usable.length === 0) return []
  const parts = usable.map((rule) => candidates(ctx, object, rule, values, id))
  const { rows } = await sql<Duplicate & { id: string; title: string | null }>`${sql.join(parts, sql` union all `)}`.execute(ctx.db)
  const found = new Map<string, Duplicate>()
  for (const { id: record, title, match, fields } of rows) {
    if (!found.has(record)) found.set(record, { record: { id: record, title }, match, fields })
  }
  return [...found.values()].slice(0, most)
}

/** Refuses a new record that is certainly there already. @throws Problem 409 with the candidates */
export async function demandNoDuplicates(ctx: Context, objectName: string, values: JsonObject): Promise<void> {
  const found = (await findDuplicates(ctx, objectName, values)).filter(({ match }) => match === 'exact')
  if (found.length === 0) return
  const object = ctx.model.object(objectName)
  const names = found.map(({ record }) => `“${record.title ?? record.id}”`).join(', ')
  throw new Problem({
    status: 409,
    code: 'duplicate',
    detail: `This ${lowerFirst(object.label)} seems to be there already: ${names}.`,
    errors: found[0]!.fields.map((field) => ({ field, code: 'duplicate', message: `${names} has the same.` })),
    more: { candidates: found },
  })
}

/** The certain duplicates of many new records, by their index: a few statements, however many there are. */
export async function findDuplicatesOfMany(
  ctx: Context,
  objectName: string,
  inputs: readonly JsonObject[],
): Promise<Map<number, Duplicate>> {
  const object = ctx.model.object(objectName)
  const exact = object.duplicates.filter((rule) => rule.match === 'exact')
  const asked = inputs.flatMap((input, index) => {
    const { values } = parseValues(ctx, object, input)
    const usable = exact.filter((rule) => rule.fields.every((name) => !isEmpty(values[name])))
    return usable.map((rule) => sql`select ${sql.lit(index)} as index, c.* from ${candidates(ctx, object, rule, values)} c`)
  })
  const found = new Map<number, Duplicate>()
  for (let start = 0; start < asked.length; start += atOnce) {
    const { rows } = await sql<Duplicate & { index: number; id: string; title: string | null }>`${sql.join(asked.slice(start, start + atOnce), sql` union all `)}`.execute(ctx.db)
    for (const { index, id, title, match, fields } of rows) found.set(index, { record: { id, title }, match, fields })
  }
  return found
}

/** Look-ups per statement: planning a larger one costs more than the round trip saved. */
const atOnce = 100

function candidates(ctx: Context, object: ObjectModel, rule: DuplicateRule, values: Values, id?: string): RawBuilder<unknown> {
  const query = queryFor(ctx)
  const scope = scopeOf(query, object)
  const own = sql.ref(`${scope.alias}.id`)
  const visible = query.guard?.rows(object, scope)
  const title = query.column(object.title).scalar(object.title, scope)
  const same = rule.fields.map((name) => agrees(scope, object, rule, name, values))
  return sql`(select ${own} as id, ${title}::text as title, ${rule.match}::text as match, ${rule.fields}::text[] as fields
    from ${tableOf(query, object.name)} ${sql.id(scope.alias)}
    where ${sql.ref(`${scope.alias}.deleted_at`)} is null and ${sql.join(same, sql` and `)}
      ${visible === undefined ? sql`` : sql`and ${visible}`} ${id === undefined ? sql`` : sql`and ${own} <> ${id}::uuid`}
    limit ${most})`
}

function agrees(scope: Scope, object: ObjectModel, rule: DuplicateRule, name: string, values: Values): RawBuilder<unknown> {
  const field = object.fields.get(name)!
  const column = scope.query.column(field)
  const value = values[name] as unknown
  if (rule.match === 'similar' && typeof value === 'string' && field.relation === undefined) {
    return sql`rapport.fold(${column.scalar(field, scope)}) operator(rapport.%) rapport.fold(${value})
      and rapport.similarity(rapport.fold(${column.scalar(field, scope)}), rapport.fold(${value})) >= 0.6`
  }
  if (column.sameAs !== undefined) return column.sameAs(field, scope, value as never)
  return sql`${column.scalar(field, scope)} = ${value}`
}
