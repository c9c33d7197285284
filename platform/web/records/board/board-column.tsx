import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { ActionIcon } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FieldModel } from '#platform/objects/model.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { useChangeAddress } from '#platform/web/shell/address.ts'
import { mayMake } from '#platform/web/shell/visible-objects.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { moneyText } from '../figure-text.ts'
import type { ListState } from '../list/use-list.ts'
import type { Target } from './board.tsx'
import { BoardCard } from './board-card.tsx'
import type { Column } from './use-board.ts'
import classes from './board.module.css'

interface BoardColumnProps {
  readonly list: ListState
  readonly column: Column
  readonly group: FieldModel
  readonly targets: readonly Target[]
  readonly move: (record: AnyRecord, to: Target) => Promise<void>
}

export function BoardColumn({ list, column, group, targets, move }: BoardColumnProps) {
  const node = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  const session = useSession()
  const change = useChangeAddress()
  const { object } = list
  const { key, label } = column
  useEffect(
    () =>
      dropTargetForElements({
        element: node.current!,
        getData: () => ({ key, label }),
        canDrop: ({ source }) => 'card' in source.data,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: () => setOver(false),
      }),
    [key, label],
  )
  const mayCreate = mayMake(session, object)
  const value = key === null ? null : group.relation === undefined ? key : { id: key, title: label }
  const more = column.count - column.records.length
  return (
    <section
      ref={node}
      className={classes.column}
      role="listitem"
      aria-label={label}
      data-over={over || undefined}
      data-column={String(key)}
    >
      <header className={classes.head}>
        <h2 className={classes.label}>{label}</h2>
        <span className={classes.count}>{column.count.toLocaleString(reader().locale)}</span>
        {column.sum !== null && (
          <span className={classes.sum}>{moneyText(column.sum, column.sum >= 100_000)}</span>
        )}
        {mayCreate && (
          <ActionIcon
            size="sm"
            aria-label={t('New in {column}', { column: label })}
            onClick={() => change({ create: object.name, with: { [group.name]: value } })}
          >
            <Icon name="plus" size={14} />
          </ActionIcon>
        )}
      </header>
      <div className={classes.cards}>
        {column.records.map((record) => (
          <BoardCard
            key={record.id}
            list={list}
            record={record}
            column={column}
            targets={targets}
            move={move}
          />
        ))}
        {column.records.length === 0 && <p className={classes.none}>{t('Nothing here')}</p>}
        {more > 0 && (
          <button
            type="button"
            className={classes.more}
            onClick={() =>
              change({
                layout: 'table',
                where: { ...list.where, [group.name]: key === null ? { empty: true } : [key] },
              })
            }
          >
            {t('{count} more in the table', { count: more.toLocaleString(reader().locale) })}
          </button>
        )}
      </div>
    </section>
  )
}
