import { sql, type RawBuilder } from 'kysely'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Context } from '../context.ts'
import { titleOf } from './link-sql.ts'
import { fieldTree, projection, readable, unknownField } from './projection.ts'
import { queryFor, scopeOf } from './query.ts'
import type { Scope } from './scope.ts'
import { sortKeys } from './sort.ts'
import { tableOf } from './table.ts'
import { whereSql, type Selection } from './where-sql.ts'

export interface BoardQuery extends Selection {
  /** A choice or reference field; its values are the columns. */
  readonly group: string
  /** A number or money field added up per column. */
  readonly sum?: string | undefined
  readonly fields?: readonly string[] | undefined
  readonly sort?: string | undefined
  /** Cards per column, 1–200, default 50. */
  readonly limit?: number | undefined
}

/**
 * A board as JSON text `{ columns: [{ key, title, count, sum, records }] }`: cards, counts and sums of all columns
 * in one statement. Only columns that have records come back; the screen knows the others from the model.
 *
 * @throws Problem 400 for unknown fields, a wrong filter or a field that cannot make columns
 */
export async function boardOf(ctx: Context, objectName: string, board: BoardQuery): Promise<string> {
  const object = ctx.model.object(objectName)
  const query = queryFor(ctx)
  const scope = scopeOf(query, object)
  const { limit = 50 } = board
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw malformed('limit is a whole number from 1 to 200.')
  const group = groupField(scope, board.group)
  const key = query.column(group).scalar(group, scope)
  const order = sortKeys(scope, board.sort).map(
    (by) => sql`${by.value} ${sql.raw(by.descending ? 'desc' : 'asc')} nulls last`,
  )
  const id = sql.ref(`${scope.alias}.id`)
  const title =
    group.relation === undefined
      ? sql`max(p.board_key::text)`
      : sql`max((${titleOf(scope, group.relation.to, sql`p.board_key`)}))`
  const { rows } = await sql<{ columns: string }>`
    select coalesce(json_agg(c), '[]')::text as columns from (
      select p.board_key::text as key, ${title} as title, max(p.board_total)::int as count, ${sumOf(scope, board.sum)} as sum,
        json_agg((select row_to_json(r) from (select ${projectionOver(scope, fieldTree(query, object, board.fields))}) r) order by p.board_place)
          filter (where p.board_place <= ${limit}) as records
      from (select ${sql.id(scope.alias)}.*, ${key} as board_key, ${amountOf(scope, board.sum)} as board_amount,
          row_number() over (partition by ${key} order by ${sql.join([...order, id])}) as board_place,
          count(*) over (partition by ${key}) as board_total
        from ${tableOf(query, object.name)} ${sql.id(scope.alias)} where ${whereSql(scope, board)}) p
      group by p.board_key) c`.execute(ctx.db)
  return `{"columns":${rows[0]!.columns}}`
}

/** Cards are projected from the ranked rows, so the projection's alias is theirs. */
function projectionOver(scope: Scope, tree: ReturnType<typeof fieldTree>): RawBuilder<unknown> {
  return projection({ ...scope, alias: 'p' }, tree)
}

function groupField(scope: Scope, name: string): FieldModel {
  const field = fieldOf(scope, name)
  const family = field.kind.familyOf?.(field) ?? field.kind.family
  if (family === 'choice' || family === 'one') return field
  throw malformed(`${field.label} cannot make the columns of a board; use a choice or a reference.`)
}

function amountOf(scope: Scope, name: string | undefined): RawBuilder<unknown> {
  if (name === undefined) return sql`null::numeric`
  const field = fieldOf(scope, name)
  if ((field.kind.familyOf?.(field) ?? field.kind.family) !== 'number')
    throw malformed(`${field.label} cannot be added up.`)
  return scope.query.column(field).scalar(field, scope)
}

const sumOf = (_scope: Scope, name: string | undefined): RawBuilder<unknown> =>
  name === undefined ? sql`null::numeric` : sql`trim_scale(sum(p.board_amount))`

function fieldOf(scope: Scope, name: string): FieldModel {
  const object: ObjectModel = scope.object
  const field = object.fields.get(name)
  if (field === undefined || !readable(scope.query, object, name)) throw unknownField(object, name)
  return field
}
