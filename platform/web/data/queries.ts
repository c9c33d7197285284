import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Link } from '#platform/objects/define-object.ts'
import type { FilterJson, Json } from '#platform/objects/json.ts'
import {
  client,
  type AnyRecord,
  type BoardColumn,
  type BoardQuery,
  type ListQuery,
  type Page,
} from './client.ts'
import type { WorkspaceAnswer } from './session.ts'

export type Rows = Page<AnyRecord>
export type Columns = readonly BoardColumn<AnyRecord>[]
export type ListOf = Pick<ListQuery, 'where' | 'sort' | 'fields' | 'q'>

export interface Hit {
  readonly object: string
  readonly id: string
  readonly title: string | null
  readonly subtitle?: string | null
}

/** Work that goes on in the background. */
export interface Job {
  readonly id: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress: { readonly done?: number; readonly total?: number | null }
  readonly result: { readonly change?: string; readonly detail?: string } | null
}

/** Keys start with the object, so that a change of one object forgets only what shows it. */
export const keyOf = (object: ObjectModel, ...rest: unknown[]): readonly unknown[] => [
  'records',
  object.name,
  ...rest,
]

export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: async () => (await client.request<WorkspaceAnswer>('GET', '/workspace')).body,
  staleTime: Number.POSITIVE_INFINITY,
})

export const pageSize = 100

/** Rows of a list, page after page by the keyset cursor. */
export const listQuery = (object: ObjectModel, list: ListOf) =>
  infiniteQueryOptions({
    queryKey: keyOf(object, 'list', list),
    queryFn: ({ pageParam, signal }) =>
      client.list(
        object,
        {
          ...list,
          limit: pageSize,
          ...(pageParam === '' ? {} : { cursor: pageParam, count: 'none' as const }),
        },
        { signal },
      ) as Promise<Rows>,
    initialPageParam: '',
    getNextPageParam: (last) => last.page.next,
    placeholderData: keepPreviousData,
  })

/** The first rows of a list with their count. */
export const rowsQuery = (object: ObjectModel, list: ListOf, limit: number) =>
  queryOptions({
    queryKey: keyOf(object, 'rows', list, limit),
    queryFn: ({ signal }) => client.list(object, { ...list, limit }, { signal }) as Promise<Rows>,
  })

export const recordQuery = (object: ObjectModel, id: string) =>
  queryOptions({
    queryKey: keyOf(object, 'one', id),
    queryFn: ({ signal }) => client.read(object, id, undefined, { signal }) as Promise<AnyRecord>,
  })

export const boardQuery = (object: ObjectModel, query: BoardQuery) =>
  queryOptions({
    queryKey: keyOf(object, 'board', query),
    queryFn: ({ signal }) => client.board(object, query, { signal }) as Promise<Columns>,
    placeholderData: keepPreviousData,
  })

export interface Measured {
  readonly fn: 'count' | 'sum' | 'avg' | 'min' | 'max'
  readonly field?: string
}

/** Figures over all records that fit, computed by the database. */
export const totalsQuery = (object: ObjectModel, where: FilterJson, measures: readonly Measured[]) =>
  queryOptions({
    queryKey: keyOf(object, 'totals', where, measures),
    queryFn: async ({ signal }) =>
      (
        await client.request<{ totals: readonly (number | null)[] }>('POST', '/reports/run', {
          body: { object: object.name, where, measures },
          signal,
        })
      ).body,
    enabled: measures.length > 0,
    placeholderData: keepPreviousData,
  })

/** An entry of the log as answered: links in its changes come with their titles. */
export interface Happening {
  readonly position: string
  readonly at: string
  readonly change: string
  readonly actor: Link | null
  readonly source: string
  readonly object: string
  readonly record: Link
  readonly verb: string
  readonly changes: Readonly<Record<string, readonly [Json, Json]>>
}

export const historyQuery = (object: ObjectModel, id: string) => about<Happening>(object, id, 'history')
export const timelineQuery = (object: ObjectModel, id: string) => about<Happening>(object, id, 'timeline')

const about = <T>(object: ObjectModel, id: string, what: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(object, what, id),
    queryFn: async ({ pageParam, signal }) =>
      (
        await client.request<{ data: readonly T[]; page?: { next: string | null } }>(
          'GET',
          `/${object.plural}/${id}/${what}`,
          { parameters: { limit: 50, cursor: pageParam || undefined }, signal },
        )
      ).body,
    initialPageParam: '',
    getNextPageParam: (last) => last.page?.next ?? null,
  })

export const searchQuery = (words: string) =>
  queryOptions({
    queryKey: ['search', words],
    queryFn: async ({ signal }) =>
      (await client.request<{ data: readonly Hit[] }>('GET', '/search', { parameters: { q: words }, signal }))
        .body.data,
    enabled: words.trim() !== '',
    staleTime: 10_000,
    placeholderData: keepPreviousData,
  })

export interface Binned {
  readonly object: string
  readonly id: string
  readonly title: string | null
  readonly deleted_at: string
}

export const binQuery = (object: ObjectModel | undefined) =>
  infiniteQueryOptions({
    queryKey: ['bin', object?.name ?? ''],
    queryFn: async ({ pageParam, signal }) => {
      const parameters = { object: object?.name, cursor: pageParam || undefined }
      return (
        await client.request<{ data: readonly Binned[]; page: { next: string | null } }>('GET', '/bin', {
          parameters,
          signal,
        })
      ).body
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.page.next,
  })

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: async () => (await client.request<Job>('GET', `/jobs/${id}`)).body,
    refetchInterval: (query) => (isOver(query.state.data) ? false : 700),
  })

export const isOver = (job: Job | undefined): boolean =>
  job !== undefined && job.state !== 'waiting' && job.state !== 'running'
