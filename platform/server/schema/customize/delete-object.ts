import { sql } from 'kysely'
import type { Json } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../../context.ts'
import { tableOf } from '../../records/table.ts'
import { qualified } from '../sql-names.ts'
import { changeModel } from './change-model.ts'
import { dropField, type DeleteAnswer } from './delete-field.ts'
import { modelWithout, savedViews } from './dependents.ts'
import { count } from './field-values.ts'
import { customObject } from './find-custom.ts'
import { removeRows } from './store.ts'
import { columnOf } from '../desired-tables.ts'

/**
 * Without `confirmed` only says what would be lost; with it, the object, its records and its fields are gone for good.
 *
 * @throws Problem 409 naming the fields that point to it
 */
export function deleteObject(
  ctx: Context,
  name: string,
  { confirmed }: { readonly confirmed: boolean },
): Promise<DeleteAnswer> {
  return changeModel<DeleteAnswer>(ctx, async (current) => {
    const { ctx: inside, model, custom } = current
    const found = customObject(custom, model, name)
    const object = model.object(name)
    const fields = custom.fields.filter((field) => field.object === name)
    const after = {
      objects: custom.objects.filter((one) => one !== found),
      fields: custom.fields.filter((field) => field.object !== name),
    }
    modelWithout(current, after, `“${object.label}” cannot be deleted`)
    const records = await count(
      inside,
      sql`select from ${tableOf(inside.workspace, name)} where deleted_at is null`,
    )
    const views = (await savedViews(inside, model, object)).map((view) => view.name)
    const answer = { records, views }
    if (!confirmed) return { answer: { ...answer, deleted: false, detail: warning(object, records, views) } }
    return {
      custom: after,
      ddl: dropObject(inside.workspace.schema, object),
      async store(db) {
        await removeRows(
          inside,
          db,
          'custom_field',
          fields.map((field) => field.id),
        )
        await removeRows(inside, db, 'custom_object', [found.id])
        for (const table of [
          'search_entry',
          'redirect',
          'import_memory',
          ...(model.objects.has('view') ? ['view'] : []),
        ]) {
          await sql`delete from ${tableOf(inside.workspace, table)} where object = ${name}`.execute(db)
        }
      },
      log: [
        {
          object: 'custom_object',
          record: found.id,
          verb: 'deleted',
          changes: { [name]: [found.declaration as unknown as Json, null] },
        },
      ],
      result: () => ({ ...answer, deleted: true, detail: `${object.pluralLabel} are deleted.` }),
    }
  })
}

function warning(object: ObjectModel, records: number, views: readonly string[]): string {
  const lost =
    records === 0
      ? 'There are no records of it.'
      : `${records === 1 ? '1 record of it is' : `${records.toLocaleString('en')} records of it are`} lost for good.`
  const named = views.length === 0 ? '' : ` Its saved views go, too: ${views.join(', ')}.`
  return `${object.pluralLabel} will be deleted, with all their fields. ${lost}${named}`
}

function dropObject(schema: string, object: ObjectModel): string[] {
  const fields = [...object.fields.values()]
  const apart = fields.filter((field) => columnOf(field).linkTable !== undefined)
  const sequences = fields.flatMap((field) => columnOf(field).sequence?.(field) ?? [])
  return [
    ...apart.flatMap((field) => dropField(schema, field)),
    `drop table ${qualified(schema, object.name)}`,
    ...sequences.map(({ name }) => `drop sequence ${qualified(schema, name)}`),
  ]
}
