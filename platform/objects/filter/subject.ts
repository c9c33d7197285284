import type { FieldModel } from '../model.ts'
import { familyOf, grainOf } from './family.ts'
import type { Subject } from './filter.ts'

/** What a filter tests when it names this field, or one of its kind's parts. */
export function subjectOf(field: FieldModel, part?: string): Subject {
  if (part === undefined) {
    const family = familyOf(field)
    return { field, part, family, grain: family === 'time' ? grainOf(field) : undefined }
  }
  const family = field.kind.parts?.[part] ?? 'text'
  return { field, part, family, grain: family === 'time' ? 'instant' : undefined }
}
