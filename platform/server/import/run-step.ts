import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import { insertPrepared } from '../records/create-records.ts'
import { takeAlongside } from '../records/alongside.ts'
import { writePrepared } from '../records/update-records.ts'
import type { Sorted } from './sort-rows.ts'

/** Writes what a step decided: new records in one statement, changes in one per set of fields. */
export async function runStep(ctx: Context, object: ObjectModel, sorted: Sorted): Promise<void> {
  if (sorted.create.length > 0)
    await insertPrepared(
      ctx,
      object,
      sorted.create.map(({ prepared }) => prepared),
    )
  if (sorted.update.length > 0)
    await writePrepared(
      ctx,
      object,
      sorted.update.map(({ prepared }) => prepared),
    )
}

/** Forgets what the rules of a step that is not written wanted written alongside. */
export function dropStep(ctx: Context): void {
  takeAlongside(ctx)
}
