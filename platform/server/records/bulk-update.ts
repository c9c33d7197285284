import type { FilterJson, JsonObject } from '#platform/objects/json.ts'
import type { Context } from '../context.ts'
import { selectIds } from './select-ids.ts'
import { changeRecords } from './update-records.ts'

export interface Bulk {
  readonly where?: FilterJson
  readonly q?: string
  readonly ids?: readonly string[]
  readonly changes: JsonObject
}

const step = 1000

/**
 * Makes the same change to every record that fits, with rules and history for each, in the context's transaction:
 * all of them or none.
 *
 * @returns how many really changed
 */
export async function bulkUpdate(
  ctx: Context,
  objectName: string,
  { changes, ...selection }: Bulk,
  onProgress: (done: number) => Promise<void> = async () => {},
): Promise<number> {
  const object = ctx.model.object(objectName)
  let changed = 0
  let done = 0
  for (let after: string | null = null; ;) {
    const ids: string[] = await selectIds(ctx, object, selection, step, after)
    if (ids.length === 0) return changed
    changed += await changeRecords(
      ctx,
      object,
      ids.map((id) => ({ id, changes })),
    )
    done += ids.length
    after = ids.at(-1)!
    await onProgress(done)
  }
}
