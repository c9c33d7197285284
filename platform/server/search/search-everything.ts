import { sql, type RawBuilder } from 'kysely'
import { fold } from '#platform/objects/filter/fold.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import { queryFor, scopeOf } from '../records/query.ts'
import { tableOf } from '../records/table.ts'
import { wordsLike } from '../records/where-sql.ts'
import { searchedFields, searchText } from './search-text.ts'

export interface Hit {
  readonly object: string
  readonly id: string
  readonly title: string | null
  readonly subtitle: string | null
}

/** Candidates looked at before ranking; the words are selective, so more would only cost time. */
const candidates = 200

/**
 * Finds records of all objects by the beginnings of words, as typed: titles that begin so come first, then the most
 * recently changed.
 *
 * @example await searchEverything(ctx, 'kan co') // Kan-code …
 */
export async function searchEverything(ctx: Context, q: string, limit = 20): Promise<Hit[]> {
  const objects = [...ctx.model.objects.values()].filter(
    (object) => ctx.actor.access.level(object, 'read') !== 'none',
  )
  if (q.trim() === '' || objects.length === 0) return []
  const open = objects.filter((object) => !isLimited(ctx, object)).map((object) => object.name)
  const limited = objects.filter((object) => isLimited(ctx, object))
  const visible = [
    ...(open.length === 0 ? [] : [sql`s.object = any(${open})`]),
    ...limited.map((object) => visibleRow(ctx, object, q)),
  ]
  const begins = `${fold(q.trim()).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const { rows } = await sql<Hit>`
    select object, record as id, title, subtitle from (
      select s.*, rapport.fold(coalesce(s.title, '')) like ${begins} as begins from ${tableOf(ctx.workspace, 'search_entry')} s
      where ${wordsLike(q)} and (${sql.join(visible, sql` or `)}) limit ${candidates}) found
    order by begins desc, updated_at desc nulls last, title limit ${Math.min(Math.max(limit, 1), 20)}`.execute(
    ctx.db,
  )
  return rows
}

/** Objects of which the actor may not see every record, or not every searched field. */
function isLimited(ctx: Context, object: ObjectModel): boolean {
  const { access } = ctx.actor
  if (access.administrator) return false
  return (
    hidesWords(ctx, object) ||
    access.level(object, 'read') !== 'all' ||
    access.where(object.name) !== undefined
  )
}

function hidesWords(ctx: Context, object: ObjectModel): boolean {
  return searchedFields(object).some((field) => ctx.actor.access.field(object.name, field.name) === 'hidden')
}

/**
 * The record itself is asked whether it may be seen. Where words of hidden fields are in the index, they must also
 * stand in fields that may be seen; only then are they put together anew.
 */
function visibleRow(ctx: Context, object: ObjectModel, q: string): RawBuilder<unknown> {
  const query = queryFor(ctx)
  const scope = { ...scopeOf(query, object), alias: `r_${object.name}` }
  const visible = query.guard?.rows(object, scope)
  const words = hidesWords(ctx, object)
    ? sql` and exists (select from (select ${searchText(scope)} as words) w where ${wordsLike(q)})`
    : sql``
  return sql`(s.object = ${object.name} and exists (select 1 from ${tableOf(query, object.name)} ${sql.id(scope.alias)}
    where ${sql.ref(`${scope.alias}.id`)} = s.record${visible === undefined ? sql`` : sql` and ${visible}`}${words}))`
}
