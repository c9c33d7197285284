import { sql, type RawBuilder } from 'kysely'
import type { ObjectModel } from '#platform/objects/model.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Context } from '../context.ts'
import { readRecord } from '../records/read-record.ts'
import { tableOf } from '../records/table.ts'
import { withTitles, type ShownEntry } from './shown-entries.ts'
import type { LogEntry } from './entry.ts'

export interface HistoryPage {
  readonly data: readonly ShownEntry[]
  readonly page: { readonly next: string | null }
}

export interface HistoryQuery {
  /** 1–200, default 50. */
  readonly limit?: number
  readonly cursor?: string
}

/** What happened to one record, newest first. Fields that the reader may not see are left out. @throws Problem 404 */
export async function recordHistory(
  ctx: Context,
  objectName: string,
  id: string,
  query: HistoryQuery = {},
): Promise<HistoryPage> {
  const { id: now } = await readRecord(ctx, objectName, id, [])
  return pageOfLog(ctx, query, sql<boolean>`l.record = ${now}::uuid and l.object = ${objectName}`)
}

/**
 * Everything that happened with a customer, on whatever object, newest first: what was merged into it as well.
 * For other records, their own history.
 *
 * @throws Problem 404
 */
export async function customerTimeline(
  ctx: Context,
  objectName: string,
  id: string,
  query: HistoryQuery = {},
): Promise<HistoryPage> {
  const object = ctx.model.object(objectName)
  if (!object.isCustomer) return recordHistory(ctx, objectName, id, query)
  const { id: now } = await readRecord(ctx, objectName, id, [])
  const merged = sql`select old_id from ${tableOf(ctx.workspace, 'redirect')} where object = ${objectName} and new_id = ${now}::uuid`
  return pageOfLog(ctx, query, sql<boolean>`l.customer in (select ${now}::uuid union all ${merged})`)
}

async function pageOfLog(
  ctx: Context,
  { limit = 50, cursor }: HistoryQuery,
  which: RawBuilder<boolean>,
): Promise<HistoryPage> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw malformed('limit is a whole number from 1 to 200.')
  if (cursor !== undefined && !/^\d{1,18}$/.test(cursor))
    throw malformed('This cursor does not belong to this list.')
  const before = cursor === undefined ? sql`` : sql` and l.position < ${cursor}::bigint`
  const readable = [...ctx.model.objects.values()]
    .filter((object) => mayRead(ctx, object))
    .map((object) => object.name)
  const { rows } = await sql<LogEntry>`
    select l.position::text, l.at, l.change, l.actor, l.source, l.object, l.record, l.verb, l.customer, l.changes
    from ${tableOf(ctx.workspace, 'log')} l where ${which} and l.object = any(${readable})${before}
    order by l.position desc limit ${limit + 1}`.execute(ctx.db)
  const shown = await withTitles(ctx, rows.slice(0, limit))
  return { data: shown, page: { next: rows.length > limit ? rows[limit - 1]!.position : null } }
}

const mayRead = (ctx: Context, object: ObjectModel): boolean =>
  ctx.actor.access.level(object, 'read') !== 'none'
