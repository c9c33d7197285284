import { sql, type RawBuilder } from 'kysely'
import type { FilterJson } from '#platform/objects/json.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Context } from '../context.ts'
import { queryFor, scopeOf } from '../records/query.ts'
import { tableOf } from '../records/table.ts'
import { whereSql } from '../records/where-sql.ts'
import { groupSql, type Group } from './group-sql.ts'
import { measureSql, type Measure } from './measure-sql.ts'

export interface ReportQuery {
  readonly object: string
  readonly where?: FilterJson
  readonly q?: string
  readonly group?: readonly Group[]
  readonly measures?: readonly Measure[]
  /** Names of groups (`group0`) or measures (`measure0`), `-` for descending; default: by the groups. */
  readonly sort?: string
  /** 1–10,000 rows, default 1,000. */
  readonly limit?: number
}

/**
 * Grouped figures as JSON text `{ data: [{ groups: [{ key, title }], measures: [n] }], totals: [n] }` in one statement.
 * Amounts are in the workspace's base currency. The totals are of all records that fit, not of the rows shown.
 *
 * @throws Problem 400 naming what does not fit
 * @example await runReport(ctx, { object: 'opportunity', where: { stage: { kind: 'won' } },
 *   group: [{ field: 'close_on', by: 'month' }], measures: [{ fn: 'sum', field: 'amount' }] })
 */
export async function runReport(ctx: Context, report: ReportQuery): Promise<string> {
  const { limit = 1000, group = [], measures = [{ fn: 'count' }] } = report
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000)
    throw malformed('limit is a whole number from 1 to 10,000.')
  if (!Array.isArray(group) || group.length > 4) throw malformed('A report has at most four groups.')
  if (!Array.isArray(measures) || measures.length === 0 || measures.length > 10)
    throw malformed('A report has one to ten measures.')
  const scope = scopeOf(queryFor(ctx), ctx.model.object(report.object))
  const groups = group.map((one) => groupSql(scope, one))
  const figures = measures.map((one) => measureSql(scope, one))
  const where = whereSql(scope, report)
  const from = sql`${tableOf(ctx.workspace, scope.object.name)} ${sql.id(scope.alias)}`
  const keys = groups.map((one, at) => sql`${one.key} as ${sql.id(`group${at}`)}`)
  const values = figures.map((one, at) => sql`${one} as ${sql.id(`measure${at}`)}`)
  const { rows } = await sql<{ data: string; totals: string }>`
    select coalesce((select json_agg(json_build_object(
        'groups', json_build_array(${joined(groups.map((one, at) => sql`json_build_object('key', ${ref('group', at)}, 'title', ${one.title(ref('group', at))})`))}),
        'measures', json_build_array(${joined(figures.map((_, at) => ref('measure', at)))})))
      from (select ${sql.join([...keys, ...values])} from ${from} where ${where}
        ${groups.length === 0 ? sql`` : sql`group by ${sql.join(groups.map((_, at) => sql.lit(at + 1)))}`}
        order by ${orderOf(report.sort, groups.length, figures.length)} limit ${limit}) r), '[]')::text as data,
      (select json_build_array(${joined(figures)}) from ${from} where ${where})::text as totals`.execute(
    ctx.db,
  )
  return `{"data":${rows[0]!.data},"totals":${rows[0]!.totals}}`
}

const ref = (what: 'group' | 'measure', at: number): RawBuilder<unknown> => sql.ref(`r.${what}${at}`)

const joined = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  parts.length === 0 ? sql`` : sql.join(parts)

function orderOf(sort: string | undefined, groups: number, measures: number): RawBuilder<unknown> {
  const names = sort?.split(',').map((name) => name.trim()) ?? []
  const wanted = names.map((name) => {
    const found = /^(-?)(group|measure)(\d)$/.exec(name)
    const at = Number(found?.[3])
    if (found === null || at >= (found[2] === 'group' ? groups : measures)) {
      throw malformed(`A report is sorted by group0 … or measure0 …, not by “${name}”.`)
    }
    const column = (found[2] === 'group' ? 0 : groups) + at + 1
    return sql`${sql.lit(column)} ${sql.raw(found[1] === '-' ? 'desc' : 'asc')} nulls last`
  })
  const rest = Array.from({ length: groups }, (_, at) => sql`${sql.lit(at + 1)} asc nulls last`)
  const all = [...wanted, ...rest]
  return all.length === 0 ? sql`1` : sql.join(all)
}
