import type pg from 'pg'
import { qualified } from '../schema/sql-names.ts'

/** Queries that answer log and readers with numbers that hold in any database. */
export interface LogQueries {
  readonly log: string
  readonly reader: string
}

/**
 * Log and readers are ordered by numbers of transactions, which another database counts from anew: there, old entries
 * would look as if they were still to come. So the readers' places cut the log into stretches, which are numbered
 * from 1, below any transaction of any database: a reader has read all stretches up to its own and nothing else.
 */
export async function logQueries(
  client: pg.ClientBase,
  schema: string,
  columns: readonly string[],
): Promise<LogQueries> {
  const { rows } = await client.query<{ xid: string; position: string }>(
    `select distinct xid::text, position::text, xid as x, position as p from ${qualified(schema, 'reader')} order by x, p`,
  )
  const places = rows.map(({ xid, position }, at) => ({
    upTo: `(${xid}::text::xid8, ${position}::bigint)`,
    stretch: at + 1,
  }))
  const stretchOf = (compare: '<=' | '='): string =>
    places.length === 0
      ? `'1'::xid8`
      : `(case ${places.map(({ upTo, stretch }) => `when (xid, position) ${compare} ${upTo} then '${stretch}'`).join(' ')} else '${places.length + 1}' end)::xid8`
  const listed = columns
    .map((name) => (name === 'xid' ? `${stretchOf('<=')} as xid` : `"${name}"`))
    .join(', ')
  return {
    log: `select ${listed} from ${qualified(schema, 'log')}`,
    reader: `select name, ${stretchOf('=')} as xid, 9223372036854775807 as position, updated_at from ${qualified(schema, 'reader')}`,
  }
}
