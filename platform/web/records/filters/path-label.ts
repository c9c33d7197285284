import { labelOf } from '#platform/objects/label.ts'
import type { Model, ObjectModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'
import { fieldOn } from './condition.ts'

/** `Company › Industry` */
export function pathLabel(model: Model, object: ObjectModel, path: readonly string[]): string {
  return path
    .map((name, at) => {
      const field = fieldOn(model, object, path.slice(0, at + 1))
      return field?.name === name ? t(field.label) : t(labelOf(name))
    })
    .join(' › ')
}
