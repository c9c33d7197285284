import { sql } from 'kysely'
import type { ObjectModel } from '#platform/objects/model.ts'
import { forbidden, notFound, Problem } from '#platform/objects/problem.ts'
import { sameJson } from '#platform/objects/same-json.ts'
import type { Context, Values } from '../context.ts'
import { currenciesIn, ratesFor } from '../records/base-amounts.ts'
import { lockCurrent } from '../records/current-values.ts'
import { storedFields } from '../records/projection.ts'
import { tableOf } from '../records/table.ts'
import { writeChanges, type Change } from '../records/write-changes.ts'
import type { LogEntry, LogVerb } from './entry.ts'

type Row = Pick<LogEntry, 'object' | 'record' | 'verb' | 'changes' | 'actor'>

const step = 1000

/**
 * Takes back everything that one change did, newest first: created records go to the bin, changed fields get their
 * former values, deleted and merged records return. The undo is a change itself, so it can be undone as well.
 *
 * @returns how many records were put back
 * @throws Problem 404, 403 when it was somebody else's change, 409 when a value was changed again since
 */
export async function undoChange(ctx: Context, change: string): Promise<{ undone: number }> {
  const entries = await entriesOf(ctx, change)
  if (entries.length === 0) throw notFound('change')
  const own = entries.every((entry) => entry.actor === ctx.actor.id)
  if (!own && !ctx.actor.access.administrator)
    throw forbidden('Only the person who made a change, or an administrator, can undo it.')
  if (entries.some((entry) => entry.verb === 'purged')) {
    throw new Problem({
      status: 409,
      code: 'gone',
      detail: 'Records removed for good cannot be brought back.',
    })
  }
  const groups = grouped(entries)
  for (const { object, verb, rows } of groups) {
    for (let start = 0; start < rows.length; start += step) {
      await takeBack(ctx, ctx.model.object(object), verb, rows.slice(start, start + step))
    }
  }
  return { undone: new Set(entries.map((entry) => `${entry.object} ${entry.record}`)).size }
}

async function entriesOf(ctx: Context, change: string): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select object, record, verb, changes, actor from ${tableOf(ctx.workspace, 'log')}
    where change = ${change}::uuid order by position desc`.execute(ctx.db)
  return rows.filter((row) => ctx.model.objects.has(row.object) && reversible.has(row.verb))
}

const reversible = new Set<LogVerb>(['created', 'updated', 'deleted', 'restored', 'merged', 'purged'])

/** Neighbours of the same object and verb are taken back together; a record is never twice in one group. */
function grouped(entries: readonly Row[]): { object: string; verb: LogVerb; rows: Row[] }[] {
  const groups: { object: string; verb: LogVerb; rows: Row[]; ids: Set<string> }[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (
      last !== undefined &&
      last.object === entry.object &&
      last.verb === entry.verb &&
      !last.ids.has(entry.record)
    ) {
      last.rows.push(entry)
      last.ids.add(entry.record)
    } else
      groups.push({ object: entry.object, verb: entry.verb, rows: [entry], ids: new Set([entry.record]) })
  }
  return groups
}

async function takeBack(
  ctx: Context,
  object: ObjectModel,
  verb: LogVerb,
  rows: readonly Row[],
): Promise<void> {
  const current = await lockCurrent(
    ctx,
    object,
    rows.map((row) => row.record),
    verb === 'created' ? 'delete' : 'update',
  )
  const changes = rows.map(({ record, changes: noted }): Change => {
    const before = current.get(record)!
    if (verb === 'created') return { id: record, before, changes: { deleted_at: ctx.now.toISOString() } }
    return { id: record, before, changes: former(object, before, noted) }
  })
  const fields = storedFields(object)
  const rates = await ratesFor(
    ctx,
    currenciesIn(
      fields,
      changes.map((change) => change.changes),
    ),
  )
  const named = changes.filter((change) => Object.keys(change.changes).length > 0)
  await writeChanges(ctx, object, named, rates, undoneAs[verb] ?? 'updated')
  if (verb === 'merged') await forgetRedirects(ctx, object, rows)
}

const undoneAs: Readonly<Record<string, LogVerb>> = {
  created: 'deleted',
  deleted: 'restored',
  merged: 'restored',
  restored: 'deleted',
}

/** The values before the change; refused where somebody has changed the same field again. */
function former(object: ObjectModel, current: Values, noted: LogEntry['changes']): Values {
  const values: Record<string, unknown> = {}
  for (const [name, [before, after]] of Object.entries(noted)) {
    const field = object.fields.get(name)
    if (field === undefined) continue
    if (name !== 'deleted_at' && !sameJson(current[name] ?? null, after)) {
      const detail = `${field.label} was changed again since, so this cannot be undone.`
      throw new Problem({
        status: 409,
        code: 'changed_since',
        detail,
        errors: [{ field: name, code: 'changed_since', message: detail }],
      })
    }
    values[name] = before
  }
  return values
}

async function forgetRedirects(ctx: Context, object: ObjectModel, rows: readonly Row[]): Promise<void> {
  await sql`delete from ${tableOf(ctx.workspace, 'redirect')}
    where object = ${object.name} and old_id = any(${rows.map((row) => row.record)}::uuid[])`.execute(ctx.db)
}
