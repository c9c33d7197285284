import type { JsonObject } from '#platform/objects/json.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import type { Context } from '../../context.ts'
import type { Customization } from '../custom-declarations.ts'
import { columnOf } from '../desired-tables.ts'
import { qualified, quoted } from '../sql-names.ts'
import { changeModel } from './change-model.ts'
import { modelWithout, names, objectNaming, savedViews } from './dependents.ts'
import { countWithValue } from './field-values.ts'
import { customField } from './find-custom.ts'
import { removeRows, saveObject } from './store.ts'

/** What deleting means, and whether it has been done. */
export interface DeleteAnswer {
  readonly deleted: boolean
  /** The sentence to confirm, or what was done. */
  readonly detail: string
  readonly records: number
  /** Saved views that name it; they show it no more. */
  readonly views: readonly string[]
}

/**
 * Without `confirmed` only says what would be lost; with it, field and values are gone for good.
 *
 * @throws Problem 409 naming the formulas and other fields that depend on it, or when it is the title
 */
export function deleteField(
  ctx: Context,
  object: string,
  name: string,
  { confirmed }: { readonly confirmed: boolean },
): Promise<DeleteAnswer> {
  return changeModel<DeleteAnswer>(ctx, async (current) => {
    const { ctx: inside, model, custom } = current
    const owner = model.object(object)
    const found = customField(custom, owner, name)
    const field = owner.fields.get(name)!
    const after = without(custom, object, name)
    modelWithout(current, after, `“${field.label}” cannot be deleted`)
    const records = await countWithValue(inside, field)
    const views = (await savedViews(inside, model, owner))
      .filter((view) => names(view.definition, name))
      .map((view) => view.name)
    const answer = { records, views }
    if (!confirmed) return { answer: { ...answer, deleted: false, detail: warning(field, records, views) } }
    return {
      custom: after,
      ddl: dropField(inside.workspace.schema, field),
      async store(db) {
        await removeRows(inside, db, 'custom_field', [found.id])
        const changed = after.objects.find((one) => one.name === object)
        if (changed !== undefined) await saveObject(inside, db, changed)
      },
      log: [
        {
          object: 'custom_field',
          record: found.id,
          verb: 'deleted',
          changes: { [`${object}.${name}`]: [found.declaration as JsonObject, null] },
        },
      ],
      result: () => ({ ...answer, deleted: true, detail: `${field.label} is deleted.` }),
    }
  })
}

function without(custom: Customization, object: string, name: string): Customization {
  return {
    objects: custom.objects.map((one) => (one.name === object ? objectNaming(one, name, undefined) : one)),
    fields: custom.fields.filter((field) => field.object !== object || field.name !== name),
  }
}

function warning(field: FieldModel, records: number, views: readonly string[]): string {
  const values =
    records === 0
      ? 'No record has a value there.'
      : `${records === 1 ? '1 record has a value there, which is' : `${records.toLocaleString('en')} records have a value there, which are`} lost for good.`
  const named = views.length === 0 ? '' : ` These views name it: ${views.join(', ')}.`
  return `${field.label} will be deleted. ${values}${named}`
}

/** Columns, links and sequence of a field; indexes and keys go with the columns. */
export function dropField(schema: string, field: FieldModel): string[] {
  const column = columnOf(field)
  const links = column.linkTable?.(field)
  const sequence = column.sequence?.(field)
  const table = qualified(schema, field.object)
  return [
    ...column.columns(field).map(({ name }) => `alter table ${table} drop column ${quoted(name)}`),
    ...(links === undefined ? [] : [`drop table ${qualified(schema, links.name)}`]),
    ...(sequence === undefined ? [] : [`drop sequence ${qualified(schema, sequence.name)}`]),
  ]
}
