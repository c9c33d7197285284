import { useMediaQuery } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { listQuery } from '#platform/web/data/queries.ts'
import { ErrorState } from '#platform/web/ui/error-state.tsx'
import { Cards } from '../grid/cards.tsx'
import { Grid } from '../grid/grid.tsx'
import { GridSkeleton } from '../grid/grid-skeleton.tsx'
import { useSelection } from '../grid/use-selection.ts'
import { EmptyList } from './empty-list.tsx'
import { shownList } from './shown-list.ts'
import type { ListState } from './use-list.ts'

const BulkBar = lazy(async () => ({ default: (await import('../bulk/bulk-bar.tsx')).BulkBar }))

export function TableScreen({ list }: { readonly list: ListState }) {
  const { object } = list
  const query = useInfiniteQuery(listQuery(object, shownList(list)))
  const rows = query.data?.pages.flatMap((page) => page.data) ?? []
  const selection = useSelection(JSON.stringify([list.where, list.q]), rows)
  const phone = useMediaQuery('(max-width: 48em)')
  if (query.isPending) return <GridSkeleton />
  if (query.error !== null && rows.length === 0)
    return <ErrorState error={query.error} again={() => void query.refetch()} />
  if (rows.length === 0) return <EmptyList list={list} />
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
  }
  const count = query.data?.pages[0]?.page.count ?? rows.length
  const shared = { list, rows, more, hasMore: query.hasNextPage, selection }
  return (
    <>
      {phone ? <Cards {...shared} /> : <Grid {...shared} count={count} stale={query.isPlaceholderData} />}
      {selection.size > 0 && (
        <Suspense>
          <BulkBar list={list} selection={selection} rows={rows} count={count} />
        </Suspense>
      )}
    </>
  )
}
