import { sql, type RawBuilder } from 'kysely'
import type { DuplicateRule, Link } from '#platform/objects/define-object.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { Problem } from '#platform/objects/problem.ts'
import type { Context, Values } from '../context.ts'
import { isEmpty } from './check-values.ts'
import { parseValues } from './parse-values.ts'
import { columnOf, queryFor, scopeOf } from './query.ts'
import { rowSet } from './row-set.ts'
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
  const found = new Map<string, Duplicate>()
  for (const rule of object.duplicates) {
    for (const { id: record, title } of await matching(ctx, object, rule, [values], id)) {
      if (!found.has(record))
        found.set(record, { record: { id: record, title }, match: rule.match, fields: rule.fields })
    }
  }
  return [...found.values()].slice(0, most)
}

/** The certain duplicates of many new records, by their index: one statement a rule, however many there are. */
export async function findDuplicatesOfMany(
  ctx: Context,
  objectName: string,
  inputs: readonly JsonObject[],
): Promise<Map<number, Duplicate>> {
  const object = ctx.model.object(objectName)
  const rows = inputs.map((input) => parseValues(ctx, object, input).values)
  const found = new Map<number, Duplicate>()
  for (const rule of object.duplicates.filter(({ match }) => match === 'exact')) {
    for (const { n, id, title } of await matching(ctx, object, rule, rows)) {
      found.set(n, { record: { id, title }, match: rule.match, fields: rule.fields })
    }
  }
  return found
}

/** Refuses a new record that is certainly there already. @throws Problem 409 with the candidates */
export async function demandNoDuplicates(ctx: Context, objectName: string, input: JsonObject): Promise<void> {
  const found = [...(await findDuplicatesOfMany(ctx, objectName, [input])).values()]
  if (found.length === 0) return
  const object = ctx.model.object(objectName)
  const names = found.map(({ record }) => `“${record.title ?? record.id}”`).join(', ')
  throw new Problem({
    status: 409,
    code: 'duplicate',
    detail: `This ${lowerFirst(object.label)} seems to be there already: ${names}.`,
    errors: found[0]!.fields.map((field) => ({
      field,
      code: 'duplicate',
      message: `${names} has the same.`,
    })),
    more: { candidates: found },
  })
}

interface Match {
  /** Index of the row that it is like. */
  readonly n: number
  readonly id: string
  readonly title: string | null
}

async function matching(
  ctx: Context,
  object: ObjectModel,
  rule: DuplicateRule,
  rows: readonly Values[],
  except?: string,
): Promise<readonly Match[]> {
  const fields = rule.fields.map((name) => object.fields.get(name)!)
  const probes = rows.flatMap((values, n) => combinations(fields, values).map((found) => ({ n, ...found })))
  if (probes.length === 0) return []
  const query = queryFor(ctx)
  const scope = scopeOf(query, object)
  const own = sql.ref(`${scope.alias}.id`)
  const visible = query.guard?.rows(object, scope)
  const columns = [
    { name: 'n', type: 'integer' },
    ...fields.map((_, at) => ({ name: `p${at}`, type: 'jsonb' })),
  ]
  const same = fields.map((field, at) => agrees(scope, field, rule, sql.ref(`v.p${at}`)))
  // No limit in here: for a few rows the planner would read the whole table instead of the index.
  const found = await sql<Match>`select v.n, found.* from ${rowSet(columns, probes, 'v')}, lateral (
    select ${own} as id, ${query.column(object.title).scalar(object.title, scope)}::text as title
    from ${tableOf(query, object.name)} ${sql.id(scope.alias)}
    where ${sql.ref(`${scope.alias}.deleted_at`)} is null and ${sql.join(same, sql` and `)}
      ${visible === undefined ? sql`` : sql`and ${visible}`} ${except === undefined ? sql`` : sql`and ${own} <> ${except}::uuid`}) found`.execute(
    ctx.db,
  )
  return found.rows
}

/** What to look for, for one row: every probe of each field with every one of the others; none when a field is empty. */
function combinations(fields: readonly FieldModel[], values: Values): Record<string, Json>[] {
  let all: Record<string, Json>[] = [{}]
  for (const [at, field] of fields.entries()) {
    const value = values[field.name] as Json | undefined
    if (isEmpty(value)) return []
    const probes = columnOf(field).probes?.(value, field) ?? [value ?? null]
    all = all.flatMap((sofar) => probes.map((probe) => ({ ...sofar, [`p${at}`]: probe })))
  }
  return all
}

function agrees(
  scope: Scope,
  field: FieldModel,
  rule: DuplicateRule,
  probe: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const column = scope.query.column(field)
  const value = column.scalar(field, scope)
  if (rule.match === 'similar' && field.relation === undefined) {
    const [ours, theirs] = [sql`rapport.fold(${value})`, sql`rapport.fold(${probe} #>> '{}')`]
    return sql`${ours} operator(rapport.%) ${theirs} and rapport.similarity(${ours}, ${theirs}) >= 0.6`
  }
  if (column.holds !== undefined) return column.holds(field, scope, probe)
  return field.relation === undefined
    ? sql`${value}::text = ${probe} #>> '{}'`
    : sql`${value} = (${probe} #>> '{}')::uuid`
}
