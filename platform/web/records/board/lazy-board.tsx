import { lazy, Suspense } from 'react'
import type { ListState } from '../list/use-list.ts'
import { BoardSkeleton } from './board-skeleton.tsx'

const Loaded = lazy(async () => ({ default: (await import('./board.tsx')).Board }))

export function Board({ list }: { readonly list: ListState }) {
  return (
    <Suspense fallback={<BoardSkeleton />}>
      <Loaded list={list} />
    </Suspense>
  )
}
