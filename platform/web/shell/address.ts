import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { FilterJson, JsonObject } from '#platform/objects/json.ts'

/** Everything that an address says after its question mark. */
export interface Search {
  /** Name of a declared view or id of a saved one. */
  readonly view?: string
  readonly layout?: 'table' | 'board'
  readonly where?: FilterJson
  /** `-amount,name` */
  readonly sort?: string
  /** Words to find in the list. */
  readonly q?: string
  /** Columns, comma-separated. */
  readonly fields?: string
  readonly group?: string
  readonly sum?: string
  readonly tab?: string
  /** Side panel: `opportunities/<id>`. */
  readonly open?: string
  /** Create form: name of an object, and the values it starts with. */
  readonly create?: string
  readonly with?: JsonObject
  /** Form of an action: `opportunities/<id>/win`. */
  readonly act?: string
  readonly object?: string
}

const texts = [
  'view',
  'layout',
  'sort',
  'q',
  'fields',
  'group',
  'sum',
  'tab',
  'open',
  'create',
  'act',
  'object',
] as const

/** Takes what it knows from an address and leaves out what cannot be. */
export function readSearch(given: Record<string, unknown>): Search {
  const found: Record<string, unknown> = {}
  for (const name of texts) {
    const value = given[name]
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      found[name] = String(value)
  }
  for (const name of ['where', 'with'] as const) {
    const value = given[name]
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) found[name] = value
  }
  if (found['layout'] !== 'table' && found['layout'] !== 'board') delete found['layout']
  return found as Search
}

export const useAddress = (): Search => useSearch({ strict: false } as never) as Search

export const usePath = (): { readonly plural?: string; readonly id?: string } => useParams({ strict: false })

export type Go = (
  search: Partial<Record<keyof Search, unknown>>,
  options?: { readonly replace?: boolean },
) => void

/** Changes the named parameters of this address and keeps the others; `undefined` takes one away. */
export function useChangeAddress(): Go {
  // The router's own type of `navigate` is too deep for the compiler when the address stays where it is.
  const navigate = useNavigate() as unknown as (to: object) => unknown
  return (search, options = {}) => {
    void navigate({ to: '.', search: (before: Search) => ({ ...before, ...search }), ...options })
  }
}

export const recordPath = (plural: string, id: string): string => `/${plural}/${id}`
