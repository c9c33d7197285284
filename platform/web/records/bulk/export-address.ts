import type { FilterJson } from '#platform/objects/json.ts'
import type { ListState } from '../list/use-list.ts'

/** Streams what the list shows: same filter, order and columns. */
export function exportAddress(list: ListState, where: FilterJson = list.where): string {
  const parameters = new URLSearchParams({ format: 'csv', fields: list.fields.join(',') })
  if (Object.keys(where).length > 0) parameters.set('where', JSON.stringify(where))
  if (list.sort !== '') parameters.set('sort', list.sort)
  if (list.q !== '') parameters.set('q', list.q)
  return `/api/v1/${list.object.plural}/export?${parameters}`
}
