import { sql, type RawBuilder } from 'kysely'
import { malformed } from '#platform/objects/problem.ts'
import { isUuid } from '#platform/fields/id/kind.ts'
import type { SortKey } from './sort.ts'

/** Where a page ended: the values of its last row's sort keys as text, then its id. */
export type Cursor = readonly (string | null)[]

export function encodeCursor(keys: Cursor): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

/** @throws Problem 400 when it is not a cursor of a list sorted this way. */
export function decodeCursor(text: string | undefined, keys: readonly SortKey[]): Cursor | undefined {
  if (text === undefined) return undefined
  const read = parse(text)
  const fits = Array.isArray(read) && read.length === keys.length + 1 && isUuid(read.at(-1))
  if (!fits || !read.every((value) => value === null || typeof value === 'string')) {
    throw malformed('This cursor does not belong to this list; ask for the first page again.')
  }
  return read as string[]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}

/**
 * Rows after the cursor. The first key is known to be non-null here (empty values are a second arm of the
 * statement), so that the bound on it is one that an index can serve.
 */
export function afterCursor(
  keys: readonly SortKey[],
  id: RawBuilder<unknown>,
  cursor: Cursor,
): RawBuilder<boolean> {
  const [first, ...rest] = keys
  const lastId = sql`${cursor.at(-1)}::uuid`
  if (first === undefined) return sql<boolean>`${id} > ${lastId}`
  const bound = sql`${cursor[0]}::${sql.raw(first.cast)}`
  const operator = sql.raw(first.descending ? '<' : '>')
  if (rest.length === 0) return sql<boolean>`(${first.value}, ${id}) ${operator} (${bound}, ${lastId})`
  const deeper = afterRest(rest, cursor.slice(1), id, first.descending)
  return sql<boolean>`(${first.value} ${sql.raw(first.descending ? '<=' : '>=')} ${bound}
    and (${first.value} ${operator} ${bound} or ${deeper}))`
}

/** The further keys sort empty values last, whichever way they run. */
function afterRest(
  keys: readonly SortKey[],
  cursor: Cursor,
  id: RawBuilder<unknown>,
  down: boolean,
): RawBuilder<boolean> {
  const [key, ...rest] = keys
  if (key === undefined) return sql<boolean>`${id} ${sql.raw(down ? '<' : '>')} ${cursor.at(-1)}::uuid`
  const deeper = afterRest(rest, cursor.slice(1), id, down)
  const value = cursor[0] ?? null
  if (value === null) return sql<boolean>`(${key.value} is null and ${deeper})`
  const bound = sql`${value}::${sql.raw(key.cast)}`
  const operator = sql.raw(key.descending ? '<' : '>')
  return sql<boolean>`(${key.value} ${operator} ${bound} or ${key.value} is null or (${key.value} = ${bound} and ${deeper}))`
}

/** After the cursor among the rows whose first key is empty: sorted by the further keys, then by id. */
export function afterCursorInEmpty(
  keys: readonly SortKey[],
  id: RawBuilder<unknown>,
  cursor: Cursor,
): RawBuilder<boolean> {
  return afterRest(keys.slice(1), cursor.slice(1), id, keys[0]?.descending ?? false)
}
