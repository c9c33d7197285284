import { sql, type RawBuilder } from 'kysely'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import type { FilterJson } from '#platform/objects/json.ts'
import { searchedFields, searchText } from '../search/search-text.ts'
import { filterToSql } from './filter-sql.ts'
import type { Scope } from './scope.ts'
import { tableOf } from './table.ts'

export interface Selection {
  readonly where?: FilterJson | undefined
  readonly q?: string | undefined
  readonly ids?: readonly string[] | undefined
  readonly bin?: boolean | undefined
}

/**
 * Which rows of the scope's object: what was asked, and what the reader may see. The only place where a question's
 * filter meets the access rules.
 *
 * @throws Problem 400 for a wrong filter
 */
export function whereSql(scope: Scope, { where, q, ids, bin = false }: Selection): RawBuilder<boolean> {
  const { query, object, alias } = scope
  const visible = query.guard?.rows(object, scope)
  const readable = (name: string, field: string): boolean => query.guard?.field(name, field) !== false
  const parts = [
    sql`${sql.ref(`${alias}.deleted_at`)} is ${sql.raw(bin ? 'not null' : 'null')}`,
    ...(visible === undefined ? [] : [visible]),
    ...(ids === undefined ? [] : [sql`${sql.ref(`${alias}.id`)} = any(${ids}::uuid[])`]),
    ...(where === undefined || Object.keys(where).length === 0
      ? []
      : [
          filterToSql(
            parseFilter(query.model, object.name, where, { readable, reader: query.reader }),
            scope,
          ),
        ]),
    ...(q === undefined || q.trim() === '' ? [] : [matchesWords(scope, q)]),
  ]
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** Records whose search words contain each of the typed words as the beginning of a word. */
function matchesWords(scope: Scope, q: string): RawBuilder<unknown> {
  const { query, object, alias } = scope
  const found = sql`${sql.ref(`${alias}.id`)} in (select record from ${tableOf(query, 'search_entry')}
    where object = ${object.name} and ${wordsLike(q)})`
  const isPartlyHidden = searchedFields(object).some(
    (field) => query.guard?.field(object.name, field.name) === false,
  )
  if (!isPartlyHidden) return found
  // The index knows all words. Whoever may not see every field must not find by what is hidden.
  return sql`(${found} and exists (select 1 from (select ${searchText(scope)} as words) w where ${wordsLike(q)}))`
}

/** Condition on `words` of a search entry. */
export function wordsLike(q: string): RawBuilder<unknown> {
  const words = q.trim().split(/\s+/).slice(0, 8)
  const likes = words.map((word) => sql`words like '% ' || rapport.fold(${escapeLike(word)}) || '%'`)
  return sql.join(likes, sql` and `)
}

const escapeLike = (word: string): string => word.replaceAll(/[\\%_]/g, String.raw`\$&`)
