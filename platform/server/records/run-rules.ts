import type { FieldError } from '#platform/objects/problem.ts'
import { Problem } from '#platform/objects/problem.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context, Values } from '../context.ts'

export interface Ruled {
  readonly after: Values
  readonly changes: Values
  readonly errors: readonly FieldError[]
}

/**
 * Lets the object's rules look at a record about to be written: they may change more of it, or refuse. A refusal
 * with field messages is returned, so that a batch can report every row; any other is thrown.
 */
export async function runRules(
  ctx: Context,
  object: ObjectModel,
  before: Values | null,
  given: Values,
): Promise<Ruled> {
  let changes = given
  let after: Values = { ...before, ...given }
  const verb = before === null ? 'create' : 'update'
  for (const rule of ctx.rules.get(object.name) ?? []) {
    if (!rule.on.includes(verb)) continue
    if (rule.when !== undefined && !rule.when.some((name) => name in changes)) continue
    try {
      const further = await rule.run(ctx.asSystem(), { before, after, changes })
      if (further === undefined) continue
      changes = { ...changes, ...further }
      after = { ...after, ...further }
    } catch (error) {
      if (!(error instanceof Problem) || error.errors.length === 0) throw error
      return { after, changes, errors: error.errors }
    }
  }
  return { after, changes, errors: [] }
}
