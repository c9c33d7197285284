import type { ListOf } from '#platform/web/data/queries.ts'
import type { ListState } from './use-list.ts'

/** What the table asks for: only the fields that it shows, and those that every row needs. */
export function shownList({ object, fields, where, sort, q }: ListState): ListOf {
  const needed = new Set(['id', 'version', object.title.name, ...fields])
  return {
    where,
    fields: [...needed].toSorted(),
    ...(sort === '' ? {} : { sort }),
    ...(q === '' ? {} : { q }),
  }
}
