import type { Json } from '#platform/objects/json.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { isEmpty } from './shown-value.tsx'

/** The record whose value is taken, or all of them together where the values are lists. */
export type Taken = string | 'all'

/** The value that the remaining record gets. */
export function mergedValue(field: FieldModel, records: readonly AnyRecord[], taken: Taken): Json {
  if (taken !== 'all') return (records.find((record) => record.id === taken)?.[field.name] ?? null) as Json
  const lists = records.flatMap((record) => (record[field.name] ?? []) as readonly Json[])
  const seen = new Set<string>()
  const kept = lists.filter((one) => {
    const key = sameness(one)
    return seen.has(key) ? false : Boolean(seen.add(key))
  })
  return isEmpty(kept) ? null : onePrimary(kept)
}

/** What is offered at first: the kept record's value, else the first there is; of lists, all. */
export function firstTaken(field: FieldModel, records: readonly AnyRecord[], keep: string): Taken {
  if (records.some((record) => Array.isArray(record[field.name]))) return 'all'
  const own = records.find((record) => record.id === keep)
  if (!isEmpty(own?.[field.name])) return keep
  return records.find((record) => !isEmpty(record[field.name]))?.id ?? keep
}

export function differs(field: FieldModel, records: readonly AnyRecord[]): boolean {
  return new Set(records.map((record) => JSON.stringify(record[field.name] ?? null))).size > 1
}

/** The same address or link counts once, whatever else is noted with it. */
function sameness(one: Json): string {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return JSON.stringify(one)
  const known = one as Readonly<Record<string, Json>>
  return String(known['id'] ?? known['address'] ?? known['number'] ?? JSON.stringify(one)).toLowerCase()
}

function onePrimary(list: readonly Json[]): Json {
  let found = false
  return list.map((one) => {
    if (typeof one !== 'object' || one === null || !('primary' in one)) return one
    const primary = (one as Readonly<Record<string, Json>>)['primary'] === true && !found
    found ||= primary
    return { ...(one as object), primary }
  })
}
