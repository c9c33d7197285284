import { sql, type CompiledQuery } from 'kysely'
import { isUuid } from '#platform/fields/id/kind.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import { notFound } from '#platform/objects/problem.ts'
import type { Answer, Context } from '../context.ts'
import { fieldTree, projection } from './projection.ts'
import { queryFor, scopeOf } from './query.ts'
import { statementCache } from './statement-cache.ts'
import { tableOf } from './table.ts'

/**
 * One record as the API answers it; also from the bin, and under the id it had before a merge.
 *
 * @throws Problem 404 when it is not there or not visible
 * @example await readRecord(ctx, 'company', id, ['name', 'parent.name'])
 */
export async function readRecord(
  ctx: Context,
  objectName: string,
  id: string,
  fields?: readonly string[],
): Promise<Answer> {
  const object = ctx.model.object(objectName)
  if (!isUuid(id)) throw notFound(lowerFirst(object.label))
  const found = (await readRecords(ctx, object, [id], fields))[0]
  if (found !== undefined && !(await wasMerged(ctx, object, found))) return found
  const now = await redirectOf(ctx, object, id)
  if (now !== undefined) return readRecord(ctx, objectName, now, fields)
  if (found !== undefined) return found
  throw notFound(lowerFirst(object.label))
}

/** Those of the records that are visible, in the order of the ids. */
export async function readRecords(
  ctx: Context,
  object: ObjectModel,
  ids: readonly string[],
  fields?: readonly string[],
): Promise<Answer[]> {
  const { compiled } = statements(ctx, JSON.stringify([object.name, fields]))
  const parameters = compiled.parameters.map((value) => (value === anyIds ? ids : value))
  const { rows } = await ctx.db.executeQuery<{ r: Answer }>({ ...compiled, parameters } as CompiledQuery<{
    r: Answer
  }>)
  if (rows.length < 2) return rows.map((row) => row.r)
  const byId = new Map(rows.map((row) => [row.r.id, row.r]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Stands for the ids in a remembered statement. */
const anyIds: readonly string[] = []

const statements = statementCache((ctx, question) => {
  const [name, fields] = JSON.parse(question) as [string, string[] | undefined]
  const query = queryFor(ctx)
  const object = ctx.model.object(name)
  const scope = scopeOf(query, object)
  const visible = query.guard?.rows(object, scope)
  const statement = sql<{ r: Answer }>`
    select (select row_to_json(r) from (select ${projection(scope, fieldTree(query, object, fields ?? undefined))}) r) as r
    from ${tableOf(query, object.name)} ${sql.id(scope.alias)}
    where ${sql.ref(`${scope.alias}.id`)} = any(${anyIds}::uuid[])${visible === undefined ? sql`` : sql` and ${visible}`}`
  return { statement: undefined, compiled: statement.compile(ctx.db) }
})

/** Only a record in the bin can have been merged away, so the usual read costs no second question. */
async function wasMerged(ctx: Context, object: ObjectModel, record: Answer): Promise<boolean> {
  return record['deleted_at'] != null && (await redirectOf(ctx, object, record.id)) !== undefined
}

async function redirectOf(ctx: Context, object: ObjectModel, id: string): Promise<string | undefined> {
  const { rows } = await sql<{
    new_id: string
  }>`select new_id from ${tableOf({ schema: ctx.workspace.schema }, 'redirect')}
    where object = ${object.name} and old_id = ${id}::uuid`.execute(ctx.db)
  return rows[0]?.new_id
}
