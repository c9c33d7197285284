import { randomUUIDv7 } from 'node:crypto'
import type { JsonObject } from '#platform/objects/json.ts'
import { Problem } from '#platform/objects/problem.ts'
import type { Context } from '../../context.ts'
import type { CustomField } from '../custom-declarations.ts'
import { changeModel } from './change-model.ts'
import { wrongInput } from './customize-problems.ts'
import { fieldDocument, type FieldDocument } from './documents.ts'
import { readFieldInput } from './field-input.ts'
import { newFieldName, type FieldPlace } from './names.ts'
import { requiredNote } from './field-values.ts'
import { insertFields } from './store.ts'

export const mostFields = 500

export interface FieldAnswer {
  readonly field: FieldDocument
  /** What the person should know, e.g. how many records lack a value that is now required. */
  readonly notes: readonly string[]
}

/**
 * Gives an object a further field, with its column, at once and for every process.
 *
 * @throws Problem 403 for all but administrators, 404 without the object, 422 naming what is wrong with the input
 * @example await createField(ctx, 'opportunity', { kind: 'choice', label: 'Region', choices: ['north', 'south'] })
 */
export function createField(ctx: Context, object: string, input: JsonObject): Promise<FieldAnswer> {
  return changeModel(ctx, async ({ ctx: inside, model, custom }) => {
    const field = newField(model.object(object), input)
    const after = { ...custom, fields: [...custom.fields, field] }
    const note =
      field.declaration.required === true ? await requiredNote(inside, model.object(object)) : undefined
    return {
      custom: after,
      store: (db) => insertFields(inside, db, [field]),
      log: [
        {
          object: 'custom_field',
          record: field.id,
          verb: 'created',
          changes: { [`${object}.${field.name}`]: [null, field.declaration as JsonObject] },
        },
      ],
      result: (made) => ({
        field: fieldDocument(made.object(object).fields.get(field.name)!),
        notes: note === undefined ? [] : [note],
      }),
    }
  })
}

/** @throws Problem 422 when name or declaration do not do */
export function newField(object: FieldPlace, input: JsonObject): CustomField {
  const declaration = readFieldInput(input)
  const ofCustomer = [...object.fields.values()].filter((field) => field.custom).length
  if (ofCustomer >= mostFields) {
    throw new Problem({
      status: 409,
      code: 'too_many_fields',
      detail: `${object.label} has ${mostFields} added fields already; delete some that nobody needs.`,
    })
  }
  const { name } = input
  if (name !== undefined && name !== null && typeof name !== 'string')
    throw wrongInput('name', 'Give a name as text.')
  if (name === undefined && declaration.label === undefined)
    throw wrongInput('label', 'Give the field a label.', 'required')
  return {
    id: randomUUIDv7(),
    object: object.name,
    name: newFieldName(object, name ?? undefined, declaration.label ?? ''),
    declaration,
    version: 1,
  }
}
