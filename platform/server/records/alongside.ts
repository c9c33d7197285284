import type { JsonObject } from '#platform/objects/json.ts'
import type { Context } from '../context.ts'

const key = 'alongside'

/** Keeps a record that a rule wants written together with the batch being written. */
export function noteAlongside(ctx: Context, object: string, values: JsonObject): void {
  const noted = (ctx.memo.get(key) ?? new Map()) as Map<string, JsonObject[]>
  ctx.memo.set(key, noted)
  const rows = noted.get(object)
  if (rows === undefined) noted.set(object, [values])
  else rows.push(values)
}

/** Hands over what rules have noted since the last call, by object. */
export function takeAlongside(ctx: Context): Map<string, JsonObject[]> {
  const noted = (ctx.memo.get(key) ?? new Map()) as Map<string, JsonObject[]>
  ctx.memo.delete(key)
  return noted
}
