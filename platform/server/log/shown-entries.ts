import { sql } from 'kysely'
import type { Link } from '#platform/objects/define-object.ts'
import type { Json } from '#platform/objects/json.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import { columnOf, queryFor, scopeOf } from '../records/query.ts'
import { tableOf } from '../records/table.ts'
import type { LogEntry } from './entry.ts'

/** A log entry as people read it: links with their titles, hidden fields left out. */
export interface ShownEntry {
  readonly position: string
  readonly at: string
  readonly change: string
  readonly actor: Link | null
  readonly source: string
  readonly object: string
  readonly record: Link
  readonly verb: string
  readonly changes: Readonly<Record<string, readonly [Json, Json]>>
}

/**
 * Adds titles to what entries name, in one question per object, and drops entries of records that the reader may
 * not see and changes of fields that are hidden from them.
 */
export async function withTitles(ctx: Context, entries: readonly LogEntry[]): Promise<ShownEntry[]> {
  const wanted = new Map<string, Set<string>>()
  const want = (object: string, id: string): void =>
    void wanted.set(object, (wanted.get(object) ?? new Set()).add(id))
  for (const entry of entries) {
    want(entry.object, entry.record)
    if (entry.actor !== null) want('user', entry.actor)
    for (const { field, values } of linkChanges(ctx.model.object(entry.object), entry)) {
      for (const id of values.flat().filter((value) => typeof value === 'string'))
        want(field.relation!.to, id)
    }
  }
  const titles = new Map<string, ReadonlyMap<string, string | null>>()
  for (const [object, ids] of wanted) titles.set(object, await titlesOf(ctx, object, [...ids]))
  const link = (object: string, id: string): Link => ({ id, title: titles.get(object)?.get(id) ?? null })
  return entries
    .filter((entry) => entry.verb === 'purged' || titles.get(entry.object)!.has(entry.record))
    .map((entry) => ({
      position: entry.position,
      at: new Date(entry.at).toISOString(),
      change: entry.change,
      actor: entry.actor === null ? null : link('user', entry.actor),
      source: entry.source,
      object: entry.object,
      record: link(entry.object, entry.record),
      verb: entry.verb,
      changes: shownChanges(ctx, ctx.model.object(entry.object), entry, link),
    }))
}

function linkChanges(object: ObjectModel, entry: LogEntry): { field: FieldModel; values: Json[] }[] {
  return Object.entries(entry.changes).flatMap(([name, pair]) => {
    const field = object.fields.get(name)
    return field?.relation === undefined ? [] : [{ field, values: pair.flat() as Json[] }]
  })
}

function shownChanges(
  ctx: Context,
  object: ObjectModel,
  entry: LogEntry,
  link: (object: string, id: string) => Link,
): ShownEntry['changes'] {
  const shown: Record<string, readonly [Json, Json]> = {}
  for (const [name, pair] of Object.entries(entry.changes)) {
    const field = object.fields.get(name)
    if (field === undefined || ctx.actor.access.field(object.name, name) === 'hidden') continue
    const { relation } = field
    const show = (value: Json): Json => {
      if (relation === undefined || value === null) return value
      if (Array.isArray(value)) return value.map((id) => ({ ...link(relation.to, String(id)) }))
      return { ...link(relation.to, String(value)) }
    }
    shown[name] = [show(pair[0]), show(pair[1])]
  }
  return shown
}

/** Titles of those records that the reader may see, also from the bin. */
async function titlesOf(
  ctx: Context,
  name: string,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const query = queryFor(ctx)
  const object = ctx.model.object(name)
  const scope = scopeOf(query, object)
  const visible = query.guard?.rows(object, scope)
  const hidden = query.guard?.field(name, object.title.name) === false
  const title = hidden ? sql`null` : columnOf(object.title).scalar(object.title, scope)
  const { rows } = await sql<{ id: string; title: string | null }>`
    select ${sql.ref(`${scope.alias}.id`)} as id, ${title}::text as title from ${tableOf(query, name)} ${sql.id(scope.alias)}
    where ${sql.ref(`${scope.alias}.id`)} = any(${ids}::uuid[])${visible === undefined ? sql`` : sql` and ${visible}`}`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.id, row.title]))
}
