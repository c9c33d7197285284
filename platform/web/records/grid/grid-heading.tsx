import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { useEffect, useRef, useState, type RefObject } from 'react'
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
  const latest = useRef(list)
  latest.current = list
  useEffect(() => {
    const element = node.current!
    return combine(
      draggable({ element, getInitialData: () => ({ column: field.name }), canDrag: ({ input }) => !inGrip(element, input.clientX) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => 'column' in source.data,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false)
          const moved = String(source.data['column'])
          if (moved === field.name) return
          const rest = latest.current.fields.filter((name) => name !== moved)
          latest.current.change({ fields: rest.toSpliced(rest.indexOf(field.name), 0, moved) })
        },
      }),
    )
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

const inGrip = (element: HTMLElement, x: number): boolean => element.getBoundingClientRect().right - x < 8
