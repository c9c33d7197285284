import type { Json, JsonObject } from '#platform/objects/json.ts'
import { invalid } from '#platform/objects/problem.ts'
import type { Context } from '#platform/server/context.ts'
import { trustReferences } from '#platform/server/records/check-references.ts'
import { insertPrepared, prepareRecords } from '#platform/server/records/create-records.ts'
import { changeRecords } from '#platform/server/records/update-records.ts'
import type { Calendar } from './calendar.ts'
import { users } from './firm.ts'
import type { Told, Writing } from './story.ts'

/** Ids of the records of the story, by key. */
export type Ids = Map<string, string>

/**
 * Writes a story down, day by day and person by person, through the same doors as everybody: with rules, log and
 * history, by a clock that stands where the story is. What one person writes on a day about one object goes in one batch.
 */
export async function playStory(
  writings: readonly Writing[],
  calendar: Calendar,
  ids: Ids,
  contextOf: (by: string, now: Date) => Context,
): Promise<void> {
  const there = new Set(ids.values())
  for (const batch of batchesOf(writings)) {
    const { day, by, object, verb } = batch[0]!
    const ctx = contextOf(by, calendar.at(day, 17, minuteOf(by)))
    trustReferences(ctx, there)
    const model = ctx.model.object(object)
    const values = batch.map((one) => known(one.values as Told, ids) as JsonObject)
    if (verb === 'update') {
      await changeRecords(
        ctx,
        model,
        batch.map((one, at) => ({ id: idOf(one.key, ids), changes: values[at]! })),
      )
    } else {
      const prepared = await prepareRecords(ctx, model, values)
      const errors = prepared.flatMap((row) => row.errors)
      if (errors.length > 0) throw invalid(errors)
      for (const [at, one] of batch.entries()) ids.set(one.key, prepared[at]!.id)
      for (const { id } of prepared) there.add(id)
      await insertPrepared(ctx, model, prepared)
    }
  }
}

/** In the order in which it happened; a record's second change on a day goes into a later batch than its first. */
function batchesOf(writings: readonly Writing[]): Writing[][] {
  const days = Map.groupBy(writings, (one) => one.day)
  return [...days.keys()]
    .toSorted((a, b) => a - b)
    .flatMap((day) => {
      const rounds = new Map<string, number>()
      const batches = Map.groupBy(days.get(day)!, (one) => {
        const round = one.verb === 'create' ? 0 : (rounds.get(one.key) ?? 0) + 1
        rounds.set(one.key, round)
        return (round * order.length + rankOf(one.object)) * (users.length + 1) + writerOf(one.by)
      })
      return [...batches.keys()].toSorted((a, b) => a - b).map((place) => batches.get(place)!)
    })
}

/** What is referred to comes before what refers to it; everything else at the end. */
const order = [
  'team',
  'user',
  'product_category',
  'product',
  'competitor',
  'pipeline',
  'stage',
  'exchange_rate',
  'view',
  'company',
  'person',
  'opportunity',
  'interaction',
  'note',
  'task',
  'position',
  'relationship',
  'consent',
]

const rankOf = (object: string): number => order.indexOf(object)
const writerOf = (by: string): number => users.findIndex((user) => user.key === by) + 1

function known(told: Told, ids: Ids): Json {
  if (Array.isArray(told)) return told.map((one) => known(one as Told, ids))
  if (told === null || typeof told !== 'object') return told as Json
  if ('ref' in told) return idOf(told['ref'] as string, ids)
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, known(value as Told, ids)]))
}

function idOf(key: string, ids: Ids): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The story speaks of “${key}” before it is there.`)
  return id
}

/** People do not all write at the same minute. */
function minuteOf(by: string): number {
  return [...by].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 60, 7)
}
