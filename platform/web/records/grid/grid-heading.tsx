import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import type { ListState } from '../list/use-list.ts'
import { nextSort, sortOf } from '../list/sort.ts'
import { ColumnGrip } from './column-grip.tsx'
import type { Column } from './use-columns.ts'
import classes from './grid.module.css'

interface GridHeadingProps {
  readonly list: ListState
  readonly columns: readonly Column[]
  readonly at: number
  readonly grid: RefObject<HTMLDivElement | null>
  readonly resize: (field: string, width: number) => void
}

/** A click sorts, Shift adds a further key, dragging moves the column. */
export function GridHeading({ list, columns, at, grid, resize }: GridHeadingProps) {
  const node = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  const { field, view, pinned } = columns[at]!
  const moveHere = useEffectEvent((moved: string): void => {
    if (moved === field.name) return
    const rest = list.fields.filter((name) => name !== moved)
    list.change({ fields: rest.toSpliced(rest.indexOf(field.name), 0, moved) })
  })
  useEffect(() => {
    let stop: (() => void) | undefined
    let gone = false
    void import('./move-columns.ts').then(({ moveColumns }) => {
      if (!gone) stop = moveColumns(node.current!, field.name, setOver, (moved) => moveHere(moved))
    })
    return () => {
      gone = true
      stop?.()
    }
  }, [field.name])
  const { direction, place, several } = sortOf(list.sort, field.name)
  return (
    <div
      ref={node}
      className={classes.heading}
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={direction === undefined ? 'none' : direction === 'asc' ? 'ascending' : 'descending'}
      data-align={view.align}
      data-pinned={pinned || undefined}
      data-over={over ? 'before' : undefined}
    >
      <button
        type="button"
        className={classes.sort}
        tabIndex={-1}
        title={t('Sort by {field}. Shift for a further key.', { field: t(field.label) })}
        onClick={(event) => {
          event.stopPropagation()
          list.change({ sort: nextSort(list.sort, field.name, event.shiftKey) })
        }}
      >
        <span>{t(field.label)}</span>
        {direction !== undefined && <Icon name={direction === 'asc' ? 'arrow-up' : 'arrow-down'} size={12} />}
        {several && place > 0 && <small>{place}</small>}
      </button>
      <ColumnGrip columns={columns} at={at} grid={grid} resize={resize} />
    </div>
  )
}
