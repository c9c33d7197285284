import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context, Values } from '../context.ts'

/**
 * Stored values with the referenced records put in place of their ids, as far as the paths ask for it:
 * `['stage.kind']` → `{ …, stage: { id, kind } }`. So conditions on other records can be judged in memory.
 */
export async function withReferences(
  ctx: Context,
  object: ObjectModel,
  values: Values,
  paths: readonly string[],
): Promise<Values> {
  const record: Record<string, unknown> = { ...values }
  const below = new Map<string, string[]>()
  for (const path of paths) {
    const dot = path.indexOf('.')
    if (dot < 0) continue
    const name = path.slice(0, dot)
    below.set(name, [...(below.get(name) ?? []), path.slice(dot + 1)])
  }
  for (const [name, fields] of below) {
    const relation = object.fields.get(name)?.relation
    const id = values[name] as unknown
    if (relation === undefined || relation.many || typeof id !== 'string') continue
    record[name] = await ctx.asSystem().read(relation.to, id, fields)
  }
  return record
}
