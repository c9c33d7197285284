import { sql, type Kysely } from 'kysely'
import { tableOf } from '../records/table.ts'
import type { LogEntry } from './entry.ts'

/** How far a reader has come: entries are ordered by transaction, then by position. */
export interface LogCursor {
  readonly xid: string
  readonly position: string
}

export type ReadEntry = LogEntry & { readonly xid: string }

// The alias matters: a bare `order by position` would sort by the text answered, not by the number.
const columns = sql`l.xid::text, l.position::text, l.at, l.change, l.actor, l.source, l.object, l.record, l.verb, l.customer, l.changes`

/**
 * The next entries after a cursor whose transactions are all below the oldest one still running. A transaction that
 * commits later has a higher id than all of these, so going on from the last of them skips nothing.
 */
export async function readSettled(
  db: Kysely<any>,
  schema: string,
  after: LogCursor,
  limit: number,
): Promise<ReadEntry[]> {
  const { rows } = await sql<ReadEntry>`select ${columns} from ${tableOf({ schema }, 'log')} l
    where (l.xid, l.position) > (${after.xid}::xid8, ${after.position}::bigint) and l.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by l.xid, l.position limit ${limit}`.execute(db)
  return rows
}

/** All committed entries after a cursor, also those above a transaction that still runs; and the settled boundary. */
export async function readCommitted(
  db: Kysely<any>,
  schema: string,
  after: LogCursor,
  limit: number,
): Promise<{ entries: ReadEntry[]; settledBelow: string }> {
  const { rows } = await sql<
    ReadEntry & { settled: string }
  >`select ${columns}, pg_snapshot_xmin(pg_current_snapshot())::text as settled
    from ${tableOf({ schema }, 'log')} l where (l.xid, l.position) > (${after.xid}::xid8, ${after.position}::bigint)
    order by l.xid, l.position limit ${limit}`.execute(db)
  const settledBelow = rows[0]?.settled ?? '0'
  return { entries: rows.map(({ settled: _settled, ...entry }) => entry), settledBelow }
}

/** Where a reader starts that wants only what comes now. */
export async function endOfLog(db: Kysely<any>): Promise<LogCursor> {
  const { rows } = await sql<{
    xid: string
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(db)
  return { xid: rows[0]!.xid, position: '0' }
}
