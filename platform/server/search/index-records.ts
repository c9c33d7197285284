import { sql, type RawBuilder } from 'kysely'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import type { Reaction } from '../modules/server-module.ts'
import { queryFor, scopeOf } from '../records/query.ts'
import { tableOf } from '../records/table.ts'
import { titleOf } from '../records/link-sql.ts'
import type { Scope } from '../records/scope.ts'
import { searchText } from './search-text.ts'

/** Keeps the search over all objects up to date: reads which records changed, and writes their words anew. */
export const indexRecords: Reaction = {
  name: 'search',
  async run(ctx, entries) {
    const changed = new Map<string, Set<string>>()
    for (const { object, record } of entries)
      changed.set(object, (changed.get(object) ?? new Set()).add(record))
    for (const [name, ids] of changed) {
      const object = ctx.model.objects.get(name)
      if (object !== undefined && isSearched(object)) await indexThese(ctx, object, [...ids])
    }
  },
}

/** Setup records and rows of history are not what people search for. */
export const isSearched = (object: ObjectModel): boolean =>
  !object.appendOnly && (!object.setup || object.name === 'user')

async function indexThese(ctx: Context, object: ObjectModel, ids: readonly string[]): Promise<void> {
  const table = tableOf(ctx.workspace, 'search_entry')
  await sql`delete from ${table} where object = ${object.name} and record = any(${ids}::uuid[])
    and record not in (select id from ${tableOf(ctx.workspace, object.name)} where id = any(${ids}::uuid[]) and deleted_at is null)`.execute(
    ctx.db,
  )
  await indexObject(ctx, object, sql`id = any(${ids}::uuid[])`)
}

/** Writes the words of all records of an object that fit a condition on its own columns. */
export async function indexObject(
  ctx: Context,
  object: ObjectModel,
  which: RawBuilder<unknown>,
): Promise<void> {
  const scope = scopeOf(queryFor(ctx, undefined), object)
  const id = sql.ref(`${scope.alias}.id`)
  const table = tableOf(ctx.workspace, 'search_entry')
  const title = scope.query.column(object.title).scalar(object.title, scope)
  await sql`insert into ${table} (object, record, title, subtitle, words, updated_at)
    select ${object.name}, ${id}, ${title}::text, ${subtitleOf(scope)}, ${searchText(scope)}, ${sql.ref(`${scope.alias}.updated_at`)}
    from ${tableOf(ctx.workspace, object.name)} ${sql.id(scope.alias)}
    where ${id} in (select id from ${tableOf(ctx.workspace, object.name)} where ${which}) and ${sql.ref(`${scope.alias}.deleted_at`)} is null
    on conflict (object, record) do update
      set title = excluded.title, subtitle = excluded.subtitle, words = excluded.words, updated_at = excluded.updated_at`.execute(
    ctx.db,
  )
}

/** The company of a person or deal, else the first searchable field beside the title: tells namesakes apart. */
function subtitleOf(scope: Scope): RawBuilder<unknown> {
  const { object, query } = scope
  const company = object.fields.get('company')
  if (company?.relation !== undefined)
    return titleOf(scope, company.relation.to, query.column(company).scalar(company, scope))
  const next = [...object.fields.values()].find(
    (field) => field.options.searchable === true && field !== object.title && field.relation === undefined,
  )
  if (next === undefined) return sql`null::text`
  const column = query.column(next)
  return column.words === undefined ? sql`${column.scalar(next, scope)}::text` : column.words(next, scope)
}
