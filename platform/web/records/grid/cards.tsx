import { useVirtualizer } from '@tanstack/react-virtual'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { titleOf } from '#platform/web/data/changes.ts'
import { t } from '#platform/web/language/t.ts'
import type { ListState } from '../list/use-list.ts'
import { isEmpty } from '../show-value.tsx'
import { useColumns } from './use-columns.ts'
import classes from './cards.module.css'

interface CardsProps {
  readonly list: ListState
  readonly rows: readonly AnyRecord[]
  readonly hasMore: boolean
  readonly more: () => void
}

/** The table at the width of a phone: one card per record, the first columns as its lines. */
export function Cards({ list, rows, hasMore, more }: CardsProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const { object } = list
  const columns = useColumns(list).columns.filter(({ field }) => field.name !== object.title.name)
  const figure = columns.find(({ view }) => view.align === 'right')
  const lines = columns.filter(({ view }) => view.align !== 'right').slice(0, 3)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 68,
    overscan: 8,
    onChange: ({ range }) => {
      if (hasMore && range !== null && range.endIndex >= rows.length - 10) more()
    },
  })
  return (
    <div ref={scroll} className={classes.scroll} role="list" aria-label={t(object.pluralLabel)}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const record = rows[item.index]!
          return (
            <div
              key={record.id}
              ref={virtual.measureElement}
              data-index={item.index}
              role="listitem"
              className={classes.item}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Link to={`/${object.plural}/${record.id}`} search={{} as never} className={classes.card}>
                <span className={classes.title}>{titleOf(object, record)}</span>
                {figure !== undefined && !isEmpty(record[figure.field.name]) && (
                  <span className={classes.figure}>
                    <figure.view.Cell value={record[figure.field.name]} field={figure.field} />
                  </span>
                )}
                <span className={classes.lines}>
                  {lines
                    .filter(({ field }) => !isEmpty(record[field.name]))
                    .map(({ field, view }) => (
                      <span key={field.name}>
                        <view.Cell value={record[field.name]} field={field} />
                      </span>
                    ))}
                </span>
              </Link>
            </div>
          )
        })}
      </div>
    </div>
  )
}
