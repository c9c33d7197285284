import type { JsonObject } from '#platform/objects/json.ts'
import { invalid, malformed } from '#platform/objects/problem.ts'
import type { Answer, Context } from '../context.ts'
import { createRecords } from './create-records.ts'
import { removeRecords } from './remove-records.ts'
import { updateRecords } from './update-records.ts'

/** One step of a batch: exactly one of the three. */
export interface BatchRow {
  readonly create?: JsonObject
  readonly update?: JsonObject & { readonly id: string }
  readonly delete?: string
}

export interface BatchResult {
  readonly status: number
  readonly record?: Answer
}

/** The most rows of a batch. */
export const mostRows = 1000

/**
 * Does up to 1,000 steps in one transaction, all or nothing; steps of a kind that follow each other are one write.
 *
 * @throws Problem 400, or the problem of the first step that failed, its fields named `3.email`
 */
export async function runBatch(
  ctx: Context,
  object: string,
  rows: readonly BatchRow[],
): Promise<BatchResult[]> {
  if (rows.length > mostRows)
    throw malformed(`A batch has at most ${mostRows} rows; this one has ${rows.length}.`)
  const results: BatchResult[] = []
  for (let start = 0; start < rows.length;) {
    const verb = verbOf(rows[start]!)
    let end = start
    while (end < rows.length && verbOf(rows[end]!) === verb) end++
    results.push(...(await steps[verb](ctx, object, rows.slice(start, end))))
    start = end
  }
  return results
}

const steps = {
  create: async (ctx: Context, object: string, rows: readonly BatchRow[]): Promise<BatchResult[]> =>
    (
      await createRecords(
        ctx,
        object,
        rows.map((row) => row.create!),
      )
    ).map((record) => ({ status: 201, record })),
  update: async (ctx: Context, object: string, rows: readonly BatchRow[]): Promise<BatchResult[]> => {
    const updates = rows.map(({ update }) => {
      const { id, version, ...changes } = update!
      return { id, changes, ...(typeof version === 'number' ? { version } : {}) }
    })
    const ids = updates.map((update) => update.id)
    if (new Set(ids).size < ids.length)
      throw invalid([{ field: 'id', code: 'twice', message: 'A batch names a record once.' }])
    return (await updateRecords(ctx, object, updates)).map((record) => ({ status: 200, record }))
  },
  delete: async (ctx: Context, object: string, rows: readonly BatchRow[]): Promise<BatchResult[]> => {
    await removeRecords(
      ctx,
      object,
      rows.map((row) => row.delete!),
    )
    return rows.map(() => ({ status: 204 }))
  },
}

function verbOf(row: BatchRow): 'create' | 'update' | 'delete' {
  const verbs = (['create', 'update', 'delete'] as const).filter((verb) => row[verb] !== undefined)
  if (verbs.length !== 1) throw malformed('Each row of a batch has exactly one of create, update and delete.')
  return verbs[0]!
}
