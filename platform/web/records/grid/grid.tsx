import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type MouseEvent } from 'react'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { t } from '#platform/web/language/t.ts'
import { useAddress, useChangeAddress } from '#platform/web/shell/address.ts'
import type { ListState } from '../list/use-list.ts'
import { keyMove, type Spot } from './grid-keys.ts'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { TotalsRow } from './totals-row.tsx'
import { templateOf, useColumns } from './use-columns.ts'
import type { Selection } from './use-selection.ts'
import classes from './grid.module.css'

interface GridProps {
  readonly list: ListState
  readonly rows: readonly AnyRecord[]
  readonly count: number
  readonly hasMore: boolean
  readonly stale: boolean
  readonly more: () => void
  readonly selection: Selection
}

export const rowHeight = 34

/** A table of any length: only the rows in sight exist. The grid holds the focus, the active cell is told by id. */
export function Grid({ list, rows, count, hasMore, stale, more, selection }: GridProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const { columns, resize } = useColumns(list)
  const { open } = useAddress()
  const change = useChangeAddress()
  const [spot, setSpot] = useState<Spot | null>(null)
  const [editing, setEditing] = useState(false)
  const virtual = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
    onChange: ({ range }) => {
      if (range !== null && range.endIndex >= rows.length - 20) more()
    },
  })
  const at = spot === null ? -1 : rows.findIndex((row) => row.id === spot.id)
  const go = (row: number, column: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, row))
    const record = rows[next]
    if (record === undefined) return
    setSpot({ id: record.id, column: Math.max(0, Math.min(columns.length - 1, column)) })
    virtual.scrollToIndex(next, { align: 'auto' })
  }
  const openRow = (id: string): void => change({ open: `${list.object.plural}/${id}` })
  const leave = (step: { rows?: number; columns?: number } = {}): void => {
    setEditing(false)
    scroll.current?.focus({ preventScroll: true })
    if (spot !== null) go(at + (step.rows ?? 0), spot.column + (step.columns ?? 0))
  }
  const click = (event: MouseEvent): void => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-column]')
    const index = Number((event.target as Element).closest<HTMLElement>('[data-index]')?.dataset['index'])
    if (Number.isNaN(index) || editing) return
    if ((event.target as Element).closest('[data-check]') !== null)
      return selection.toggle(index, event.shiftKey)
    if (cell === null) return
    const link = (event.target as Element).closest('a')
    go(index, Number(cell.dataset['column']))
    if (link?.dataset['record'] !== undefined && !event.ctrlKey && !event.metaKey && event.button === 0) {
      event.preventDefault()
      openRow(link.dataset['record'])
    } else if (event.detail === 2) setEditing(true)
  }
  const template = templateOf(columns)
  return (
    <div
      ref={scroll}
      className={classes.grid}
      role="grid"
      tabIndex={0}
      aria-label={t(list.object.pluralLabel)}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-busy={stale}
      aria-activedescendant={spot === null || at < 0 ? undefined : `cell-${spot.id}-${spot.column}`}
      style={{ '--columns': template } as React.CSSProperties}
      onMouseDown={(event) => {
        // Shift chooses rows here, not text.
        if (event.shiftKey) event.preventDefault()
      }}
      onClick={click}
      onKeyDown={(event) => {
        if (editing || event.target !== scroll.current) return
        keyMove(event, {
          at,
          column: spot?.column ?? 0,
          last: rows.length - 1,
          page: Math.floor((scroll.current?.clientHeight ?? 400) / rowHeight) - 2,
          go,
          selection,
          edit: () => setEditing(true),
          open: () => rows[at] && openRow(rows[at].id),
          leave: () => setSpot(null),
          rows: rows.length,
        })
      }}
      onFocus={(event) => {
        if (event.target === scroll.current && spot === null && event.currentTarget.matches(':focus-visible'))
          go(0, 0)
      }}
    >
      <GridHead
        list={list}
        columns={columns}
        resize={resize}
        grid={scroll}
        selection={selection}
        loaded={rows.length}
      />
      <div
        className={classes.rows}
        role="rowgroup"
        style={{ height: virtual.getTotalSize() }}
        data-stale={stale || undefined}
      >
        {virtual.getVirtualItems().map((item) => {
          const record = rows[item.index]
          if (record === undefined)
            return (
              <div
                key="more"
                className={classes.loading}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {t('Loading …')}
              </div>
            )
          const active = at === item.index
          return (
            <GridRow
              key={record.id}
              object={list.object}
              record={record}
              index={item.index}
              top={item.start}
              columns={columns}
              selected={selection.has(record.id)}
              opened={open === `${list.object.plural}/${record.id}`}
              active={active ? spot!.column : -1}
              editing={active && editing}
              leave={leave}
            />
          )
        })}
      </div>
      <TotalsRow list={list} columns={columns} />
    </div>
  )
}
