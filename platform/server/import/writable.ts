import type { FieldModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'

/** Whether the actor may import into a field. */
export function writable(ctx: Context, field: FieldModel): boolean {
  const said = ctx.actor.access.field(field.object, field.name)
  return (
    field.kind.computed !== true &&
    field.options.read_only !== true &&
    field.options.retired !== true &&
    said === undefined
  )
}
