import { sql } from 'kysely'
import Papa from 'papaparse'
import { Readable } from 'node:stream'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { forbidden, malformed } from '#platform/objects/problem.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { Context } from '../context.ts'
import type { ListQuery } from './list-records.ts'
import { fieldTree, projection } from './projection.ts'
import { queryFor, scopeOf } from './query.ts'
import { sortKeys } from './sort.ts'
import { tableOf } from './table.ts'
import { whereSql, type Selection } from './where-sql.ts'

export interface ExportQuery extends Selection {
  readonly format: 'csv' | 'ndjson'
  readonly fields?: readonly string[] | undefined
  readonly sort?: ListQuery['sort']
}

/** Rows fetched at once: enough to keep PostgreSQL busy, little enough to keep memory flat. */
const batch = 2000

/**
 * All records that fit, as a stream of text, however many: CSV that the import reads back (links by their title), or
 * NDJSON as the API answers. Everything in it is of one moment.
 *
 * @throws Problem 400, 403 before the first byte
 */
export async function exportRecords(ctx: Context, objectName: string, asked: ExportQuery): Promise<Readable> {
  const object = ctx.model.object(objectName)
  if (!ctx.actor.access.action(object, 'export'))
    throw forbidden(`Your role does not let you export ${lowerFirst(object.pluralLabel)}.`)
  if (asked.format !== 'csv' && asked.format !== 'ndjson') throw malformed('Export as csv or ndjson.')
  const names =
    asked.fields ??
    [...object.fields.values()].filter((field) => isExported(ctx, field)).map((field) => field.name)
  // Built once here, so that what is wrong with the question is said before the answer begins.
  const statement = selection(ctx, object, { ...asked, fields: names })
  return Readable.from(asked.format === 'csv' ? csv(ctx, object, names, statement) : ndjson(ctx, statement), {
    objectMode: false,
  })
}

function isExported(ctx: Context, field: FieldModel): boolean {
  return ctx.actor.access.field(field.object, field.name) !== 'hidden' && field.name !== 'deleted_at'
}

function selection(ctx: Context, object: ObjectModel, asked: ExportQuery): ReturnType<typeof sql> {
  const query = queryFor(ctx)
  const scope = scopeOf(query, object)
  const order = sortKeys(scope, asked.sort ?? 'id').map(
    (key) => sql`${key.value} ${sql.raw(key.descending ? 'desc' : 'asc')} nulls last`,
  )
  return sql`select (select row_to_json(r)::text from (select ${projection(scope, fieldTree(query, object, asked.fields))}) r) as j
    from ${tableOf(query, object.name)} ${sql.id(scope.alias)} where ${whereSql(scope, asked)}
    order by ${sql.join([...order, sql.ref(`${scope.alias}.id`)])}`
}

/** One snapshot for the whole stream; a reader who goes away ends the transaction. */
async function* rowsOf(ctx: Context, statement: ReturnType<typeof sql>): AsyncGenerator<string[]> {
  const connection = await ctx.db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    await sql`declare exported no scroll cursor for ${statement}`.execute(connection)
    for (;;) {
      const { rows } = await sql<{ j: string }>`fetch ${sql.raw(String(batch))} from exported`.execute(
        connection,
      )
      if (rows.length === 0) break
      yield rows.map((row) => row.j)
    }
  } finally {
    await connection.rollback().execute()
  }
}

async function* ndjson(ctx: Context, statement: ReturnType<typeof sql>): AsyncGenerator<string> {
  for await (const rows of rowsOf(ctx, statement)) yield `${rows.join('\n')}\n`
}

async function* csv(
  ctx: Context,
  object: ObjectModel,
  names: readonly string[],
  statement: ReturnType<typeof sql>,
): AsyncGenerator<string> {
  yield `${Papa.unparse([names], { newline: '\r\n' })}\r\n`
  const texts = names.map((name) => textOf(object, name))
  for await (const rows of rowsOf(ctx, statement)) {
    const cells = rows.map((row) => {
      const record = JSON.parse(row) as Record<string, unknown>
      return texts.map((text) => text(record))
    })
    yield `${Papa.unparse(cells, { newline: '\r\n', escapeFormulae: true })}\r\n`
  }
}

/** `company.name` is reached through the record it stands in; other values are written as their kind writes them. */
function textOf(object: ObjectModel, path: string): (record: Record<string, any>) => string {
  const [name = '', ...rest] = path.split('.')
  const field = object.fields.get(name)
  if (field === undefined || rest.length > 0) {
    return (record) => {
      const value: unknown = path.split('.').reduce<any>((found, step) => found?.[step], record)
      return value === null || value === undefined
        ? ''
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value)
    }
  }
  return (record) => (record[name] === null ? '' : field.kind.toText(record[name], field))
}
