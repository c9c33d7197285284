import type { KeyboardEvent } from 'react'
import type { Selection } from './use-selection.ts'

/** The active cell, by record: it stays with it when rows move. */
export interface Spot {
  readonly id: string
  readonly column: number
}

interface Moves {
  readonly at: number
  readonly column: number
  readonly rows: number
  readonly last: number
  readonly page: number
  readonly selection: Selection
  go(row: number, column: number): void
  edit(): void
  open(): void
  leave(): void
}

/** Arrow keys move, Enter edits, Space chooses, Shift extends, Ctrl+Enter opens; as in a spreadsheet. */
export function keyMove(event: KeyboardEvent, moves: Moves): void {
  const { at, column, go, last, page, selection } = moves
  const jump = event.ctrlKey || event.metaKey
  const acts: Record<string, () => void> = {
    ArrowDown: () => {
      if (event.shiftKey) selection.toggle(Math.min(last, at + 1), true)
      go(jump ? last : at + 1, column)
    },
    ArrowUp: () => {
      if (event.shiftKey) selection.toggle(Math.max(0, at - 1), true)
      go(jump ? 0 : at - 1, column)
    },
    ArrowRight: () => go(Math.max(at, 0), jump ? Number.MAX_SAFE_INTEGER : column + 1),
    ArrowLeft: () => go(Math.max(at, 0), jump ? 0 : column - 1),
    Home: () => go(jump ? 0 : at, 0),
    End: () => go(jump ? last : at, Number.MAX_SAFE_INTEGER),
    PageDown: () => go(at + page, column),
    PageUp: () => go(at - page, column),
    Enter: () => (jump ? moves.open() : moves.edit()),
    F2: () => moves.edit(),
    ' ': () => selection.toggle(at, event.shiftKey),
    Escape: () => (selection.size > 0 ? selection.clear() : moves.leave()),
    a: () => selection.toggleLoaded(),
  }
  const act = event.key === 'a' && !jump ? undefined : acts[event.key]
  if (act === undefined) {
    // Any other letter starts editing; the input has the focus before the letter arrives.
    if (event.key.length === 1 && !jump && !event.altKey && at >= 0 && event.key !== '/') moves.edit()
    if (event.key.length === 1 && at >= 0 && !jump) event.stopPropagation()
    return
  }
  if (at < 0 && !event.key.startsWith('Arrow') && event.key !== 'a') return
  event.preventDefault()
  act()
}
