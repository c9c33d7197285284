import { useState } from 'react'
import type { AnyRecord } from '#platform/web/data/client.ts'

export interface Selection {
  /** All that fit the filter, loaded or not. */
  readonly all: boolean
  readonly size: number
  readonly ids: readonly string[]
  has(id: string): boolean
  /** With `range`, everything between this row and the one chosen before. */
  toggle(index: number, range?: boolean): void
  toggleLoaded(): void
  chooseAll(): void
  clear(): void
}

interface Chosen {
  readonly of: string
  readonly ids: ReadonlySet<string>
  readonly all: boolean
  readonly anchor: number
}

/** Which rows are chosen. It is forgotten when the list shows something else (`of`). */
export function useSelection(of: string, rows: readonly AnyRecord[]): Selection {
  const nothing: Chosen = { of, ids: new Set(), all: false, anchor: 0 }
  const [held, setHeld] = useState(nothing)
  const chosen = held.of === of ? held : nothing
  const keep = (next: Partial<Chosen>): void => setHeld({ ...chosen, all: false, ...next })
  return {
    all: chosen.all,
    size: chosen.ids.size,
    ids: [...chosen.ids],
    has: (id) => chosen.all || chosen.ids.has(id),
    toggle(index, range = false) {
      const ids = new Set(chosen.ids)
      const row = rows[index]
      if (row === undefined) return
      const on = !ids.has(row.id)
      const [from, to] = range
        ? [Math.min(chosen.anchor, index), Math.max(chosen.anchor, index)]
        : [index, index]
      for (const { id } of rows.slice(from, to + 1)) {
        if (on) ids.add(id)
        else ids.delete(id)
      }
      keep({ ids, anchor: index })
    },
    toggleLoaded: () =>
      keep({ ids: chosen.ids.size === rows.length ? new Set() : new Set(rows.map((row) => row.id)) }),
    chooseAll: () => keep({ ids: new Set(rows.map((row) => row.id)), all: true }),
    clear: () => setHeld(nothing),
  }
}
