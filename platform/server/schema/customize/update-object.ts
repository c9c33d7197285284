import type { Json, JsonObject } from '#platform/objects/json.ts'
import type { Context } from '../../context.ts'
import type { CustomObject } from '../custom-declarations.ts'
import { changeModel } from './change-model.ts'
import { wrongInput } from './customize-problems.ts'
import { objectDocument, type ObjectDocument } from './documents.ts'
import { customObject } from './find-custom.ts'
import { newPlural } from './names.ts'
import { readObjectInput } from './object-input.ts'
import { saveObject } from './store.ts'

/**
 * Changes what is named of a customer-made object: labels, icon, path, title, sections, views … An option given as
 * null goes. Its name in the database stays, because log, links and rights speak of it by that.
 *
 * @throws Problem 403, 404, 409 for an object that comes with Rapport, 422 naming what is wrong
 */
export function updateObject(ctx: Context, name: string, changes: JsonObject): Promise<ObjectDocument> {
  return changeModel(ctx, async ({ ctx: inside, model, custom }) => {
    const old = customObject(custom, model, name)
    const said = changes['name']
    if (said !== undefined && said !== name)
      throw wrongInput('name', 'The name stays; change the label, which is what people see.')
    const read = readObjectInput(
      changes,
      (option) => (option !== 'owned' && option !== 'customer') || same(old, option, changes[option]),
    )
    const kept = Object.fromEntries(
      Object.entries(old.declaration).filter(([option]) => changes[option] !== null),
    )
    const path = changes['plural']
    if (path !== undefined && typeof path !== 'string') throw wrongInput('plural', 'Give a text.')
    const plural = path === undefined ? old.declaration.plural : newPlural(model, path, '', name)
    const needed = { label: old.declaration.label, title: old.declaration.title }
    const declaration = { ...needed, ...kept, ...read, plural } as CustomObject['declaration']
    const object: CustomObject = { ...old, declaration }
    return {
      custom: { ...custom, objects: custom.objects.map((one) => (one.id === object.id ? object : one)) },
      store: (db) => saveObject(inside, db, object),
      log: [
        {
          object: 'custom_object',
          record: object.id,
          verb: 'updated',
          changes: { [name]: [old.declaration as unknown as Json, declaration as unknown as Json] },
        },
      ],
      result: (made) => objectDocument(made.object(name)),
    }
  })
}

/** No longer offered; its records stay readable. `updateObject(…, { retired: false })` brings it back. */
export const retireObject = (ctx: Context, name: string): Promise<ObjectDocument> =>
  updateObject(ctx, name, { retired: true })

const usual: Readonly<Record<string, boolean>> = { owned: true, customer: false }

const same = ({ declaration }: CustomObject, option: string, value: Json | undefined): boolean =>
  (declaration[option as 'owned' | 'customer'] ?? usual[option]) === value
