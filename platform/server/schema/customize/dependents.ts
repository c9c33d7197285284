import { sql } from 'kysely'
import type { ViewDeclaration } from '#platform/objects/define-object.ts'
import type { Json } from '#platform/objects/json.ts'
import type { Model, ObjectModel } from '#platform/objects/model.ts'
import { Problem } from '#platform/objects/problem.ts'
import { WrongDeclarations } from '#platform/objects/wrong-declarations.ts'
import type { Context } from '../../context.ts'
import { tableOf } from '../../records/table.ts'
import type { CustomObject, Customization } from '../custom-declarations.ts'
import type { Current } from './change-model.ts'

/**
 * Builds the model with the customization and says what stands in the way when it makes none.
 *
 * @throws Problem 409 naming the fields that depend on what is to go
 */
export function modelWithout(current: Current, custom: Customization, what: string): Model {
  try {
    return current.modelOf(custom)
  } catch (error) {
    if (!(error instanceof WrongDeclarations)) throw error
    const names = new Set(error.faults.map(({ object, field }) => nameOf(current.model, object, field)))
    throw new Problem({
      status: 409,
      code: 'in_use',
      detail: `${what} while something depends on it: ${[...names].join(', ')}. Change that first.`,
      more: { named_by: [...names] },
    })
  }
}

function nameOf(model: Model, objectName: string, fieldName: string | undefined): string {
  const object = model.objects.get(objectName)
  if (object === undefined) return objectName
  const field = fieldName === undefined ? undefined : object.fields.get(fieldName)
  return field === undefined ? object.label : `${field.label} (${object.label})`
}

interface View {
  readonly id: string
  readonly name: string
  readonly definition: Json
}

/** Saved views of an object, when the workspace keeps views. */
export async function savedViews(ctx: Context, model: Model, object: ObjectModel): Promise<readonly View[]> {
  const views = model.objects.get('view')
  if (views === undefined || !views.fields.has('definition') || !views.fields.has('object')) return []
  const { rows } = await sql<View>`select id, name, definition from ${tableOf(ctx.workspace, 'view')}
    where object = ${object.name} and deleted_at is null order by name`.execute(ctx.db)
  return rows
}

/** Whether a view, in its filter, columns, sorting or grouping, names the field. */
export const names = (json: Json, field: string): boolean =>
  JSON.stringify(renamed(json, field, '')) !== JSON.stringify(json)

/** The definition with the field under its new name. */
export function renamed(json: Json, field: string, next: string): Json {
  if (typeof json === 'string')
    return json
      .split(',')
      .map((part) => renamedPath(part, field, next))
      .join(',')
  if (Array.isArray(json)) return json.map((one: Json) => renamed(one, field, next))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key === field ? next : key, renamed(value, field, next)]),
  )
}

/** `-amount`, `amount.currency`: a path begins with the field's name, after a sign perhaps. */
function renamedPath(text: string, field: string, next: string): string {
  const found = /^(\s*[-+]?)([a-z0-9_]+)((?:\.[a-z0-9_.]+)?\s*)$/.exec(text)
  return found?.[2] === field ? `${found[1]}${next}${found[3]}` : text
}

/** A customer-made object whose own parts name a field by its new name, or not at all when it goes. */
export function objectNaming(object: CustomObject, field: string, next: string | undefined): CustomObject {
  const list = (all: readonly string[]): string[] =>
    all.flatMap((name) => (name === field ? (next === undefined ? [] : [next]) : [name]))
  const { title, short_form, sections, views, unique, duplicates, ...rest } = object.declaration
  const declaration = {
    ...rest,
    title: title === field && next !== undefined ? next : title,
    ...(short_form === undefined ? {} : { short_form: list(short_form) }),
    ...(sections === undefined
      ? {}
      : { sections: sections.map((one) => ({ ...one, fields: list(one.fields) })) }),
    ...(views === undefined ? {} : { views: views.map((one) => viewNaming(one, field, next)) }),
    ...(unique === undefined
      ? {}
      : { unique: unique.filter((set) => next !== undefined || !set.includes(field)).map(list) }),
    ...(duplicates === undefined
      ? {}
      : {
          duplicates: duplicates
            .filter((rule) => next !== undefined || !rule.fields.includes(field))
            .map((rule) => ({ ...rule, fields: list(rule.fields) })),
        }),
  }
  return { ...object, declaration }
}

function viewNaming(view: ViewDeclaration, field: string, next: string | undefined): ViewDeclaration {
  if (next === undefined) return { ...view, fields: view.fields.filter((name) => name !== field) }
  const { name, layout, label, ...parts } = view
  return {
    ...(renamed(parts as unknown as Json, field, next) as unknown as typeof parts),
    name,
    layout,
    ...(label === undefined ? {} : { label }),
  }
}
