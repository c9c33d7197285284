import { sql, type CompiledQuery, type RawBuilder } from 'kysely'
import type { FilterJson } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Context } from '../context.ts'
import { countRows, type CountIs } from './count-rows.ts'
import { afterCursor, afterCursorInEmpty, decodeCursor, encodeCursor, type Cursor } from './cursor.ts'
import { fieldTree, projection } from './projection.ts'
import { queryFor, scopeOf } from './query.ts'
import type { Scope } from './scope.ts'
import { sortKeys, type SortKey } from './sort.ts'
import { statementCache } from './statement-cache.ts'
import { tableOf } from './table.ts'
import { whereSql } from './where-sql.ts'

export interface ListQuery {
  readonly where?: FilterJson | undefined
  /** Words that a record's search text must contain. */
  readonly q?: string | undefined
  /** `-amount,company.name`; default newest first. */
  readonly sort?: string | undefined
  /** `['name', 'company.industry', 'opportunities.count']`; default all. */
  readonly fields?: readonly string[] | undefined
  /** 1–500, default 50. */
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly count?: CountIs | 'auto' | undefined
  /** Records in the bin instead. */
  readonly bin?: boolean | undefined
}

/**
 * A page of records as JSON text `{ data, page: { next, count, countIs } }`, in one statement whatever it shows.
 * PostgreSQL writes the JSON and it is passed through: a third of the CPU of rows → objects → JSON.
 *
 * @throws Problem 400 for unknown fields, a wrong filter, sort, limit or cursor
 * @example await listRecords(ctx, 'opportunity', { where: { stage: { kind: 'open' } }, sort: '-amount' })
 */
export async function listRecords(ctx: Context, objectName: string, list: ListQuery): Promise<string> {
  const { statement, compiled } = statements(ctx, JSON.stringify([objectName, list]))
  const { limit, scope, where } = statement
  const { rows } = await ctx.db.executeQuery<PageRow>(compiled as CompiledQuery<PageRow>)
  const { data, rows: found, last, counted } = rows[0]!
  const next = found > limit && last !== null ? encodeCursor(last) : null
  const count = await countedAs(ctx, scope, where, counted, list)
  return `{"data":${data},"page":${JSON.stringify({ next, ...count })}}`
}

const statements = statementCache((ctx, question) => {
  const [objectName, list] = JSON.parse(question) as [string, ListQuery]
  const built = listStatement(ctx, objectName, list)
  return { statement: built, compiled: built.statement.compile(ctx.db) }
})

interface PageRow {
  readonly data: string
  readonly rows: number
  readonly last: Cursor | null
  readonly counted: number | null
}

interface ListStatement {
  readonly statement: RawBuilder<PageRow>
  readonly limit: number
  readonly scope: Scope
  readonly where: RawBuilder<boolean>
}

/** The one statement of a list, not yet sent. @throws Problem 400 */
export function listStatement(ctx: Context, objectName: string, list: ListQuery): ListStatement {
  const object = ctx.model.object(objectName)
  const query = queryFor(ctx)
  const scope = scopeOf(query, object)
  const limit = limitOf(list.limit)
  const where = whereSql(scope, list)
  const keys = sortKeys(scope, list.sort)
  const cursor = decodeCursor(list.cursor, keys)
  const tree = fieldTree(query, object, list.fields)
  const statement = sql<PageRow>`
    select coalesce('[' || string_agg(p.j, ',') filter (where p.n <= ${limit}) || ']', '[]') as data,
      count(*)::int as rows, (max(p.k::text) filter (where p.n = ${limit}))::json as last,
      ${countRows(scope, where, list)} as counted
    from (select (select row_to_json(r)::text from (select ${projection(scope, tree)}) r) as j,
      ${lastKeys(scope, keys, limit)} as k, row_number() over () as n
      from (${pageOf(scope, where, keys, cursor, limit + 1)}) ${sql.id(scope.alias)}) p`
  return { statement, limit, scope, where }
}

/** The same as objects, for rules and other code that goes on with the rows. */
export async function findRecords(ctx: Context, object: string, list: ListQuery): Promise<any[]> {
  return JSON.parse(await listRecords(ctx, object, { count: 'none', ...list })).data
}

function limitOf(limit = 50): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw malformed('limit is a whole number from 1 to 500.')
  return limit
}

/** Sort keys as text, for the cursor; only the last row's are ever used. */
function lastKeys(scope: Scope, keys: readonly SortKey[], limit: number): RawBuilder<unknown> {
  const all = [...keys.map((key) => sql`${key.value}::text`), sql`${sql.ref(`${scope.alias}.id`)}::text`]
  return sql`case when row_number() over () = ${limit} then json_build_array(${sql.join(all)}) end`
}

/**
 * The rows of the page, all columns, unprojected. Rows whose first key is empty come last in either direction,
 * as a second arm that is only reached when the first is exhausted: so the index on the key serves both.
 */
function pageOf(
  scope: Scope,
  where: RawBuilder<boolean>,
  keys: readonly SortKey[],
  cursor: Cursor | undefined,
  limit: number,
): RawBuilder<unknown> {
  const { alias, query, object } = scope
  const from = sql`select ${sql.id(alias)}.* from ${tableOf(query, object.name)} ${sql.id(alias)} where ${where}`
  const id = sql.ref(`${alias}.id`)
  const first = keys[0]
  const way = (key: SortKey, nullsLast: boolean): RawBuilder<unknown> =>
    sql`${key.value} ${sql.raw(key.descending ? 'desc' : 'asc')}${sql.raw(nullsLast ? ' nulls last' : '')}`
  const idWay = sql`${id} ${sql.raw(first?.descending === true ? 'desc' : 'asc')}`
  const further = keys.slice(1).map((key) => way(key, true))
  const end = sql`limit ${limit}`
  if (first === undefined || !first.nullable) {
    const after = cursor === undefined ? sql`` : sql` and ${afterCursor(keys, id, cursor)}`
    const order = first === undefined ? [idWay] : [way(first, false), ...further, idWay]
    return sql`${from}${after} order by ${sql.join(order)} ${end}`
  }
  const inEmpty = cursor !== undefined && cursor[0] === null
  const after = cursor === undefined || inEmpty ? sql`` : sql` and ${afterCursor(keys, id, cursor)}`
  const filled = sql`(${from} and ${first.value} is not null${after} order by ${sql.join([way(first, false), ...further, idWay])} ${end})`
  const afterEmpty = inEmpty ? sql` and ${afterCursorInEmpty(keys, id, cursor)}` : sql``
  const empty = sql`(${from} and ${first.value} is null${afterEmpty} order by ${sql.join([...further, idWay])} ${end})`
  return inEmpty ? empty : sql`${filled} union all ${empty} ${end}`
}

async function countedAs(
  ctx: Context,
  scope: Scope,
  where: RawBuilder<boolean>,
  counted: number | null,
  list: ListQuery,
): Promise<{ count: number | null; countIs: CountIs }> {
  if (counted === null && list.count !== 'estimate') return { count: null, countIs: 'none' }
  if (counted !== null && (list.count === 'exact' || counted <= exactUpTo))
    return { count: counted, countIs: 'exact' }
  return { count: await estimateRows(ctx, scope, where), countIs: 'estimate' }
}

/** The planner's guess: a tenth of a millisecond however large the table. */
async function estimateRows(
  ctx: Context,
  { query, object, alias }: Scope,
  where: RawBuilder<boolean>,
): Promise<number> {
  const explained = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
    explain (format json) select 1 from ${tableOf(query, (object as ObjectModel).name)} ${sql.id(alias)} where ${where}`.execute(
    ctx.db,
  )
  return explained.rows[0]!['QUERY PLAN'][0].Plan['Plan Rows']
}

/** Beyond this an estimate is said to be one; counting on would cost more than the page itself. */
export const exactUpTo = 10_000
