import { randomUUIDv7 } from 'node:crypto'
import type { FieldDeclaration } from '#platform/objects/field.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import { Problem } from '#platform/objects/problem.ts'
import type { Context } from '../../context.ts'
import type { CustomField, CustomObject } from '../custom-declarations.ts'
import { changeModel, type Current } from './change-model.ts'
import { newField } from './create-field.ts'
import { wrongInput } from './customize-problems.ts'
import { objectDocument, type ObjectDocument } from './documents.ts'
import { newObjectName, newPlural, type FieldPlace } from './names.ts'
import { readObjectInput } from './object-input.ts'
import { insertFields, insertObject } from './store.ts'

const mostObjects = 300

/**
 * Makes an object of the customer's own, with its table. Without `fields` it has a name, which is its title.
 *
 * @throws Problem 403 for all but administrators, 422 naming what is wrong with the input
 * @example await createObject(ctx, { label: 'Machine', plural_label: 'Machines', customer: true })
 */
export function createObject(ctx: Context, input: JsonObject): Promise<ObjectDocument> {
  return changeModel(ctx, async (current) => {
    const { ctx: inside, custom } = current
    if (custom.objects.length >= mostObjects) {
      throw new Problem({
        status: 409,
        code: 'too_many_objects',
        detail: `There are ${mostObjects} added objects already.`,
      })
    }
    const { object, fields } = newObject(current, input)
    return {
      custom: { objects: [...custom.objects, object], fields: [...custom.fields, ...fields] },
      async store(db) {
        await insertObject(inside, db, object)
        await insertFields(inside, db, fields)
      },
      log: [
        {
          object: 'custom_object',
          record: object.id,
          verb: 'created',
          changes: {
            [object.name]: [null, object.declaration as unknown as Json],
            ...Object.fromEntries(
              fields.map((field) => [
                `${object.name}.${field.name}`,
                [null, field.declaration as Json] as const,
              ]),
            ),
          },
        },
      ],
      result: (made) => objectDocument(made.object(object.name)),
    }
  })
}

function newObject(
  current: Current,
  input: JsonObject,
): { object: CustomObject; fields: readonly CustomField[] } {
  const { model } = current
  const declaration = readObjectInput(input)
  const { label } = declaration
  if (label === undefined)
    throw wrongInput('label', 'Give the object a label, such as “Machine”.', 'required')
  const name = newObjectName(model, optionalText(input, 'name'), label)
  const pluralLabel = declaration.plural_label ?? `${label}s`
  const plural = newPlural(model, optionalText(input, 'plural'), pluralLabel, name)
  const given = fieldInputs(input)
  const title = declaration.title ?? 'name'
  const bare: CustomObject = {
    name,
    id: randomUUIDv7(),
    version: 1,
    declaration: { ...declaration, label, plural, plural_label: pluralLabel, title },
  }
  const fields = given.some((field) => field['name'] === title) ? [] : [titleField(bare, title)]
  for (const one of given) fields.push(newField(placeOf(bare, fields), one))
  return { object: bare, fields }
}

const placeOf = ({ name, declaration }: CustomObject, fields: readonly CustomField[]): FieldPlace => ({
  name,
  label: declaration.label ?? name,
  custom: true,
  fields: new Map(fields.map((field) => [field.name, { custom: true }])),
  children: new Map(),
})

function titleField(object: CustomObject, name: string): CustomField {
  const declaration: FieldDeclaration = { kind: 'text', required: true, searchable: true, indexed: true }
  return { id: randomUUIDv7(), object: object.name, name, declaration, version: 1 }
}

function fieldInputs(input: JsonObject): readonly JsonObject[] {
  const fields = input['fields'] ?? []
  const isList =
    Array.isArray(fields) &&
    fields.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
  if (!isList) throw wrongInput('fields', 'Give a list of fields.')
  return fields as unknown as JsonObject[]
}

function optionalText(input: JsonObject, name: string): string | undefined {
  const value = input[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw wrongInput(name, 'Give a text.')
  return value
}
