import type { InfiniteData } from '@tanstack/react-query'
import type { ObjectModel } from '#platform/objects/model.ts'
import { keyOf, type Rows } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'

/** The records before and after in the list that was looked at last. */
export function neighbours(
  object: ObjectModel,
  id: string,
): { readonly before: string | undefined; readonly after: string | undefined } {
  const lists = queryClient
    .getQueryCache()
    .findAll({ queryKey: keyOf(object, 'list') })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  for (const list of lists) {
    const rows = (list.state.data as InfiniteData<Rows> | undefined)?.pages.flatMap((page) => page.data) ?? []
    const at = rows.findIndex((row) => row.id === id)
    if (at >= 0) return { before: rows[at - 1]?.id, after: rows[at + 1]?.id }
  }
  return { before: undefined, after: undefined }
}
