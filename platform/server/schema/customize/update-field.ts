import type { FieldDeclaration } from '#platform/objects/field.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import type { FieldModel, Model, ObjectModel } from '#platform/objects/model.ts'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { tableOf } from '../../records/table.ts'
import type { CustomField, CustomObject, Customization } from '../custom-declarations.ts'
import { desiredTables } from '../desired-tables.ts'
import { refuseUnsafeKind } from './change-kind.ts'
import { changeModel } from './change-model.ts'
import type { FieldAnswer } from './create-field.ts'
import { wrongInput } from './customize-problems.ts'
import { modelWithout, names, objectNaming, renamed, savedViews } from './dependents.ts'
import { fieldDocument } from './documents.ts'
import { readFieldInput } from './field-input.ts'
import { refuseDuplicates, refuseLostChoices, requiredNote } from './field-values.ts'
import { customField } from './find-custom.ts'
import { newFieldName } from './names.ts'
import { renameStatements } from './rename-statements.ts'
import { saveField, saveObject } from './store.ts'

/**
 * Changes what is named of a customer-made field; an option given as null goes. With `name` it is renamed: column,
 * indexes and saved views follow, and the old name is answered with the new one.
 *
 * @throws Problem 403, 404; 409 when others depend on the old name; 422 when records do not allow the change
 */
export function updateField(
  ctx: Context,
  object: string,
  name: string,
  changes: JsonObject,
): Promise<FieldAnswer> {
  return changeModel(ctx, async (current) => {
    const { ctx: inside, model, custom } = current
    const before = model.object(object)
    const old = customField(custom, before, name)
    const renaming = renamedField(before, old, changes['name'])
    const step = renaming === old ? undefined : withRenamed(custom, old, renaming)
    const between = step === undefined ? model : modelWithout(current, step, `“${name}” cannot be renamed`)
    const ddl =
      step === undefined
        ? []
        : renameStatements(inside.workspace.schema, desiredTables(model), desiredTables(between))
    const field: CustomField = { ...renaming, declaration: changedDeclaration(renaming, changes) }
    const after = replaced(step ?? custom, field)
    const next = current.modelOf(after)
    const notes = await questions(
      inside,
      before,
      before.fields.get(name)!,
      next.object(object).fields.get(field.name)!,
    )
    return {
      custom: after,
      ddl,
      async store(db) {
        await saveField(inside, db, field)
        if (step === undefined) return
        const owner = step.objects.find((one) => one.name === object)
        if (owner !== undefined) await saveObject(inside, db, owner)
        await renameInViews(inside, next, before, name, field.name)
      },
      log: [
        {
          object: 'custom_field',
          record: field.id,
          verb: 'updated',
          changes: {
            ...(step === undefined ? {} : { name: [name, field.name] as const }),
            [`${object}.${field.name}`]: [old.declaration as JsonObject, field.declaration as JsonObject],
          },
        },
      ],
      result: (made) => ({ field: fieldDocument(made.object(object).fields.get(field.name)!), notes }),
    }
  })
}

/** No longer offered for entry; what it holds stays. `updateField(…, { retired: false })` brings it back. */
export const retireField = (ctx: Context, object: string, name: string): Promise<FieldAnswer> =>
  updateField(ctx, object, name, { retired: true })

function renamedField(object: ObjectModel, old: CustomField, wanted: unknown): CustomField {
  if (wanted === undefined || wanted === null || wanted === old.name) return old
  if (typeof wanted !== 'string') throw wrongInput('name', 'Give a name as text.')
  const name = newFieldName(object, wanted, old.name)
  const former = [...(old.declaration.former_names ?? []), old.name].filter((one) => one !== name)
  return { ...old, name, declaration: { ...old.declaration, former_names: former } }
}

function withRenamed(custom: Customization, old: CustomField, field: CustomField): Customization {
  const objects = custom.objects.map((object): CustomObject =>
    object.name === field.object ? objectNaming(object, old.name, field.name) : object,
  )
  return { ...replaced(custom, field), objects }
}

const replaced = (custom: Customization, field: CustomField): Customization => ({
  ...custom,
  fields: custom.fields.map((one) => (one.id === field.id ? field : one)),
})

function changedDeclaration({ declaration }: CustomField, changes: JsonObject): FieldDeclaration {
  const { former_names: former, ...old } = declaration
  const kept = changes['kind'] === undefined || changes['kind'] === old.kind ? old : commonOptions(old)
  const made = readFieldInput({ ...(kept as JsonObject), ...changes })
  return former === undefined ? made : { ...made, former_names: former }
}

const common = new Set([
  'kind',
  'label',
  'help',
  'required',
  'unique',
  'indexed',
  'searchable',
  'default',
  'visible_when',
  'valid_when',
  'retired',
  'to',
  'inverse',
  'on_purge',
])

/** The options of one kind mean nothing to another. */
const commonOptions = (declaration: FieldDeclaration): FieldDeclaration =>
  Object.fromEntries(Object.entries(declaration).filter(([name]) => common.has(name))) as FieldDeclaration

/** What only the records can answer. They still have the names from before. */
async function questions(
  ctx: Context,
  object: ObjectModel,
  before: FieldModel,
  after: FieldModel,
): Promise<string[]> {
  await refuseUnsafeKind(ctx, before, after)
  await refuseLostChoices(ctx, before, after)
  if (after.options.unique === true && before.options.unique !== true) await refuseDuplicates(ctx, before)
  if (after.options.required !== true || before.options.required === true) return []
  const note = await requiredNote(ctx, object, before)
  return note === undefined ? [] : [note]
}

async function renameInViews(
  ctx: Context,
  model: Model,
  object: ObjectModel,
  from: string,
  to: string,
): Promise<void> {
  for (const view of await savedViews(ctx, model, object)) {
    if (view.definition === null || !names(view.definition, from)) continue
    await sql`update ${tableOf(ctx.workspace, 'view')} set definition = ${JSON.stringify(renamed(view.definition, from, to))}::jsonb,
      version = version + 1, updated_at = now() where id = ${view.id}`.execute(ctx.db)
  }
}
