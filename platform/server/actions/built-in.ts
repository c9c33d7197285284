import type { FilterJson, Json, JsonObject } from '#platform/objects/json.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Context } from '../context.ts'
import { undoChange } from '../log/undo-change.ts'
import { runBatch, type BatchRow } from '../records/batch-records.ts'
import { bulkUpdate } from '../records/bulk-update.ts'
import { createRecords } from '../records/create-records.ts'
import { demandNoDuplicates } from '../records/find-duplicates.ts'
import { mergeRecords, type Merge } from '../records/merge-records.ts'
import { purgeRecords, removeRecords, restoreRecords } from '../records/remove-records.ts'
import { updateRecords } from '../records/update-records.ts'
import { upsertRecord } from '../records/upsert-record.ts'

interface BuiltIn {
  /** A right of its own besides the verbs' levels. */
  readonly right?: string
  readonly run: (ctx: Context, object: string, input: any) => Promise<unknown>
}

interface One {
  readonly id?: string
  readonly ids?: readonly string[]
  readonly values?: JsonObject
  readonly version?: number
}

/** The actions that every object has. */
export const builtIn: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>([
  ['create', { run: create }],
  ['update', { run: update }],
  [
    'delete',
    { run: async (ctx, object, input: One) => removeRecords(ctx, object, idsOf(input), input.version) },
  ],
  ['restore', { run: async (ctx, object, input: One) => restoreRecords(ctx, object, idsOf(input)) }],
  ['purge', { run: async (ctx, object, input: One) => purgeRecords(ctx, object, idsOf(input)) }],
  ['merge', { right: 'merge', run: async (ctx, object, input: Merge) => mergeRecords(ctx, object, input) }],
  ['upsert', { run: upsertRecord }],
  [
    'batch',
    { run: async (ctx, object, input: { rows: readonly BatchRow[] }) => runBatch(ctx, object, input.rows) },
  ],
  ['bulk', { right: 'bulk', run: bulk }],
  ['undo', { run: async (ctx, _object, input: { change: string }) => undoChange(ctx, input.change) }],
])

async function create(
  ctx: Context,
  object: string,
  input: One & { duplicates?: 'refuse' | 'allow' },
): Promise<unknown> {
  const values = input.values ?? {}
  if (input.duplicates !== 'allow') await demandNoDuplicates(ctx, object, values)
  return (await createRecords(ctx, object, [values]))[0]
}

async function update(ctx: Context, object: string, { id, values = {}, version }: One): Promise<unknown> {
  return (await updateRecords(ctx, object, [{ id: id!, changes: values, version }]))[0]
}

async function bulk(
  ctx: Context,
  object: string,
  input: { where?: FilterJson; ids?: string[]; changes: JsonObject },
): Promise<Json> {
  return { changed: await bulkUpdate(ctx, object, input) }
}

function idsOf({ id, ids }: One): readonly string[] {
  const chosen = ids ?? (id === undefined ? [] : [id])
  if (chosen.length === 0) throw malformed('Name at least one record.')
  if (chosen.length > 1000) throw malformed('At most 1,000 records at once; use a filter for more.')
  return chosen
}
