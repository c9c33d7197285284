import { columns } from '#platform/fields/columns.ts'
import type { Column } from '#platform/fields/column.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Reader } from '#platform/objects/reader.ts'
import { guardFor } from '../access/role-access.ts'
import type { Context } from '../context.ts'
import type { Guard, Query, Scope } from './scope.ts'

/** A statement to be built for this context, limited to what its actor may read. */
export function queryFor(ctx: Context, guard: Guard | undefined = guardFor(ctx.actor)): Query {
  let aliases = 0
  return {
    guard,
    schema: ctx.workspace.schema,
    model: ctx.model,
    reader: readerOf(ctx),
    column: columnOf,
    alias: () => `t${++aliases}`,
  }
}

export function scopeOf(query: Query, object: ObjectModel): Scope {
  return { query, object, alias: query.alias() }
}

export function columnOf(field: FieldModel): Column {
  const column = columns.get(field.kind.name)
  if (column === undefined) throw new Error(`The kind ${field.kind.name} has no column.`)
  return column
}

/** What `today`, `me` and `my team` mean for this context. */
export function readerOf({ now, actor, workspace: { settings } }: Context): Reader {
  return {
    now,
    zone: actor.zone,
    me: actor.id,
    teams: actor.teams,
    fiscal_start: settings.fiscal_start,
    week_start: settings.week_start,
    currency: settings.currency,
  }
}
