import { useEffect, useState } from 'react'
import type { InfiniteData, Query } from '@tanstack/react-query'
import type { Model, ObjectModel } from '#platform/objects/model.ts'
import { client } from './client.ts'
import { keyOf, workspaceQuery, type ListOf, type Rows } from './queries.ts'
import { queryClient } from './query-client.ts'
import { isOwnChange } from './undo.tsx'

export type Connection = 'connecting' | 'live' | 'lost'

interface Told {
  readonly object: string
  readonly record: string
  readonly change?: string
}

/** Changes that come within this time are handled together. */
const gather = 120

/** One stream of what others do; what is on the screen follows without taking the focus. */
export function useLive(model: Model): Connection {
  const [connection, setConnection] = useState<Connection>('connecting')
  useEffect(() => {
    const source = new EventSource('/api/v1/events')
    let waiting = new Map<string, Set<string>>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let wasLost = false
    const flush = (): void => {
      const told = waiting
      waiting = new Map()
      timer = undefined
      for (const [name, ids] of told) {
        const object = model.objects.get(name)
        if (object === undefined) void queryClient.invalidateQueries({ queryKey: workspaceQuery.queryKey })
        else freshen(object, ids)
      }
    }
    const hear = (event: MessageEvent<string>): void => {
      const entry = readEvent(event.data)
      if (entry === undefined || (entry.change !== undefined && isOwnChange(entry.change))) return
      const ids = waiting.get(entry.object) ?? new Set()
      waiting.set(entry.object, ids.add(entry.record))
      timer ??= setTimeout(flush, gather)
    }
    source.addEventListener('change', hear)
    // Too much at once to be told one by one.
    source.addEventListener('reset', () => void queryClient.invalidateQueries({ queryKey: ['records'] }))
    source.addEventListener('open', () => {
      // What happened while the line was down is not known: ask again.
      if (wasLost) void queryClient.invalidateQueries({ queryKey: ['records'] })
      wasLost = false
      setConnection('live')
    })
    source.addEventListener('error', () => {
      wasLost = true
      setConnection('lost')
    })
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [model])
  return connection
}

function readEvent(text: string): Told | undefined {
  try {
    const told = JSON.parse(text) as Partial<Told>
    return typeof told.object === 'string' && typeof told.record === 'string' ? (told as Told) : undefined
  } catch {
    return undefined
  }
}

/** Above this many loaded pages a list is patched row by row instead of being asked again from the top. */
const fewPages = 2

function freshen(object: ObjectModel, ids: ReadonlySet<string>): void {
  for (const query of queryClient.getQueryCache().findAll({ queryKey: keyOf(object) })) {
    const [, , what, about] = query.queryKey
    if ((what === 'one' || what === 'history') && !ids.has(String(about))) continue
    const pages = (query.state.data as InfiniteData<Rows> | undefined)?.pages?.length ?? 0
    if (what === 'list' && pages > fewPages && query.isActive()) void freshenRows(object, query, ids)
    else void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true })
  }
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[2] === 'timeline' || queryKey[0] === 'bin',
  })
}

async function freshenRows(object: ObjectModel, query: Query, ids: ReadonlySet<string>): Promise<void> {
  const list = query.queryKey[3] as ListOf
  const these = { id: [...ids] }
  const where = list.where === undefined ? these : { and: [list.where, these] }
  const fresh = await client
    .list(object, { ...list, where, limit: 500, count: 'none' })
    .catch(() => undefined)
  if (fresh === undefined) return
  const found = new Map(fresh.data.map((record) => [record.id, record]))
  queryClient.setQueryData(
    query.queryKey,
    (data: InfiniteData<Rows> | undefined) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          data: page.data.flatMap((row) => (ids.has(row.id) ? (found.get(row.id) ?? []) : row)),
        })),
      },
  )
}
