import type { Model, ObjectModel } from '#platform/objects/model.ts'
import { notFound, Problem } from '#platform/objects/problem.ts'
import { renamedSentence } from '#platform/objects/former-name.ts'
import type { CustomField, CustomObject, Customization } from '../custom-declarations.ts'

/** @throws Problem 404 without such a field, 409 for one that comes with Rapport */
export function customField(custom: Customization, object: ObjectModel, name: string): CustomField {
  const found = custom.fields.find((field) => field.object === object.name && field.name === name)
  if (found !== undefined) return found
  if (object.fields.has(name)) throw ofCode(`${object.label}: the field “${name}”`)
  const renamed = renamedSentence(object, name, () => true)
  if (renamed !== undefined) throw new Problem({ status: 404, code: 'renamed', detail: renamed })
  throw notFound(`field “${name}” of ${object.label}`)
}

/** @throws Problem 404 without such an object, 409 for one that comes with Rapport */
export function customObject(custom: Customization, model: Model, name: string): CustomObject {
  const object = model.object(name)
  const found = custom.objects.find((one) => one.name === name)
  if (found === undefined) throw ofCode(object.label)
  return found
}

const ofCode = (what: string): Problem =>
  new Problem({
    status: 409,
    code: 'not_custom',
    detail: `${what} comes with Rapport and cannot be changed here.`,
  })
