import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { LiveEntry } from '../reactions/log-stream.ts'
import { queryFor, scopeOf } from '../records/query.ts'
import { tableOf } from '../records/table.ts'

/** An entry as a stream tells it: values as stored, without what the listener may not see. */
export type ToldEntry = Omit<LiveEntry, 'xid'>

/** Those entries whose records the context's actor may see, without fields hidden from it. */
export async function visibleEntries(
  ctx: Context,
  entries: readonly LiveEntry[],
): Promise<readonly ToldEntry[]> {
  const byObject = Map.groupBy(entries, (entry) => entry.object)
  const seen = new Set<string>()
  for (const [name, some] of byObject) {
    const visible = await visibleIds(ctx, name, some)
    for (const id of visible) seen.add(`${name} ${id}`)
  }
  return entries
    .filter((entry) => seen.has(`${entry.object} ${entry.record}`))
    .map(({ xid: _xid, changes, ...entry }) => ({
      ...entry,
      changes: shownChanges(ctx, entry.object, changes),
    }))
}

/** Changes to the workspace itself: everybody's screens build on them; what they were is for the settings. */
const ofWorkspace = new Set(['custom_object', 'custom_field', 'workspace'])

async function visibleIds(
  ctx: Context,
  name: string,
  entries: readonly LiveEntry[],
): Promise<Iterable<string>> {
  const ids = [...new Set(entries.map((entry) => entry.record))]
  if (ofWorkspace.has(name)) return ids
  const object = ctx.model.objects.get(name)
  if (object === undefined || ctx.actor.access.level(object, 'read') === 'none') return []
  const query = queryFor(ctx)
  const scope = scopeOf(query, object)
  const visible = query.guard?.rows(object, scope)
  if (visible === undefined) return ids
  const id = sql.ref(`${scope.alias}.id`)
  const { rows } = await sql<{
    id: string
  }>`select ${id} as id from ${tableOf(ctx.workspace, name)} ${sql.id(scope.alias)}
    where ${id} = any(${ids}::uuid[]) and ${visible}`.execute(ctx.db)
  return rows.map((row) => row.id)
}

function shownChanges(ctx: Context, name: string, changes: LiveEntry['changes']): LiveEntry['changes'] {
  if (ofWorkspace.has(name)) return {}
  const object = ctx.model.objects.get(name)
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([field]) => object?.fields.has(field) === true && ctx.actor.access.field(name, field) !== 'hidden',
    ),
  )
}
