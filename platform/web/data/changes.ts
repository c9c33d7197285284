import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Json } from '#platform/objects/json.ts'
import { Problem } from '#platform/objects/problem.ts'
import { t } from '#platform/web/language/t.ts'
import { client, type AnyRecord } from './client.ts'
import { dropRecord, patchRecord } from './patch-cache.ts'
import { keyOf } from './queries.ts'
import { queryClient } from './query-client.ts'
import { offerUndo } from './undo.tsx'

/**
 * Saves one field at once on the screen, then on the server. If somebody changed the record meanwhile, the change
 * still goes through unless it was this very field.
 *
 * @throws Problem when the server says no; the screen shows the old value again.
 */
export async function saveField(
  object: ObjectModel,
  record: AnyRecord,
  field: FieldModel,
  value: Json,
): Promise<void> {
  const before = record[field.name]
  patchRecord(queryClient, object.name, record.id, { [field.name]: value })
  try {
    const done = await sendGuarded(object, record, field.name, value)
    patchRecord(queryClient, object.name, record.id, done.answer)
    offerUndo(
      done.change,
      t('{field} of {title} changed.', { field: t(field.label), title: titleOf(object, record) }),
    )
    void forgetFigures(object)
  } catch (error) {
    patchRecord(queryClient, object.name, record.id, { [field.name]: before })
    throw error
  }
}

async function sendGuarded(object: ObjectModel, record: AnyRecord, name: string, value: Json) {
  const changes = { [name]: linkAsId(value) }
  try {
    return await client.update(object, record.id, changes, record.version ? { version: record.version } : {})
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 412) throw error
    const now = await client.read(object, record.id)
    if (JSON.stringify(now[name] ?? null) !== JSON.stringify(record[name] ?? null)) {
      void queryClient.invalidateQueries({ queryKey: keyOf(object) })
      throw new Problem({
        status: 412,
        code: 'stale',
        detail: t('Somebody else has just changed this value. Look at it again.'),
      })
    }
    return client.update(object, record.id, changes, { version: now.version })
  }
}

/** Links are shown with their title and sent as their id. */
export function linkAsId(value: Json): Json {
  const one = (given: Json): Json =>
    given !== null && typeof given === 'object' && 'id' in given && 'title' in given
      ? (given['id'] as Json)
      : given
  return Array.isArray(value) ? value.map(one) : one(value)
}

/** To the bin, with the way back in the toast. */
export async function removeRecord(object: ObjectModel, record: AnyRecord): Promise<void> {
  const done = await client.remove(object, record.id)
  dropRecord(queryClient, object.name, record.id)
  offerUndo(done.change, t('{title} is in the bin.', { title: titleOf(object, record) }))
  void queryClient.invalidateQueries({ queryKey: keyOf(object) })
  void queryClient.invalidateQueries({ queryKey: ['bin'] })
}

export async function restoreRecord(object: ObjectModel, id: string): Promise<void> {
  const done = await client.restore(object, id)
  offerUndo(done.change, t('Restored.'))
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keyOf(object) }),
    queryClient.invalidateQueries({ queryKey: ['bin'] }),
  ])
}

/** Totals and histories are asked again after a change; rows are patched. */
async function forgetFigures(object: ObjectModel): Promise<void> {
  await Promise.all(
    ['totals', 'history', 'timeline'].map((what) =>
      queryClient.invalidateQueries({ queryKey: keyOf(object, what) }),
    ),
  )
}

/** What a record is called on the screen. */
export function titleOf(object: ObjectModel, record: Readonly<Record<string, any>>): string {
  const value = record[object.title.name]
  if (value === null || value === undefined) return t('Untitled')
  if (typeof value === 'string') return value
  return object.title.kind.toText(value, object.title)
}
