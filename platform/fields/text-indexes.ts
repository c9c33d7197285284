import type { FieldModel } from '#platform/objects/model.ts'
import type { IndexSpec } from './column.ts'

/** In the order in which people sort names; serves lists sorted by the field and filters that name its value. */
export function sortIndex(field: FieldModel): IndexSpec {
  return { name: 'sort', using: 'btree', on: `"${field.name}" collate "und-x-icu", "id"` }
}

/** Serves `contains`, likeness and equality no matter case and accents. */
export function wordsIndex(field: FieldModel): IndexSpec {
  return { name: 'words', using: 'gin', on: `rapport.fold("${field.name}") rapport.gin_trgm_ops` }
}

/** The indexes of a text that people look for by its parts. */
export function textIndexes(field: FieldModel): readonly IndexSpec[] {
  const { indexed, unique, searchable } = field.options
  return [
    ...(indexed === true || unique === true ? [sortIndex(field)] : []),
    ...(indexed === true || searchable === true ? [wordsIndex(field)] : []),
  ]
}
