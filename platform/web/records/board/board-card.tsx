import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { ActionIcon, Menu } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { titleOf } from '#platform/web/data/changes.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { recordPath, useAddress, useChangeAddress } from '#platform/web/shell/address.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import type { ListState } from '../list/use-list.ts'
import { useColumns } from '../grid/use-columns.ts'
import { isEmpty } from '../show-value.tsx'
import type { Target } from './board.tsx'
import type { Column } from './use-board.ts'
import classes from './board.module.css'

interface BoardCardProps {
  readonly list: ListState
  readonly record: AnyRecord
  readonly column: Column
  readonly targets: readonly Target[]
  readonly move: (record: AnyRecord, to: Target) => Promise<void>
}

export function BoardCard({ list, record, column, targets, move }: BoardCardProps) {
  const node = useRef<HTMLElement>(null)
  const session = useSession()
  const change = useChangeAddress()
  const { open } = useAddress()
  const [dragging, setDragging] = useState(false)
  const { object } = list
  const from = String(column.key)
  const mayMove = session.mayChange(object.fields.get(list.group!)!)
  useEffect(() => {
    if (!mayMove) return undefined
    return draggable({
      element: node.current!,
      getInitialData: () => ({ card: record.id, from }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    })
  }, [record.id, from, mayMove])
  const shown = useColumns(list).columns.filter(
    ({ field }) =>
      field.name !== object.title.name && field.name !== list.group && !isEmpty(record[field.name]),
  )
  const figures = shown.filter(({ view }) => view.align === 'right').slice(0, 2)
  const lines = shown.filter((one) => !figures.includes(one))
  const last = lines.at(-1)
  const path = `${object.plural}/${record.id}`
  const title = titleOf(object, record)
  return (
    <article
      ref={node}
      className={classes.card}
      data-card={record.id}
      data-dragging={dragging || undefined}
      data-opened={open === path || undefined}
    >
      <a
        className={classes.title}
        href={recordPath(object.plural, record.id)}
        draggable={false}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey) return
          event.preventDefault()
          change({ open: path })
        }}
      >
        {title}
      </a>
      {lines
        .slice(0, -1)
        .slice(0, 3)
        .map(({ field, view }) => (
          <div key={field.name} className={classes.line} title={t(field.label)}>
            <view.Cell value={record[field.name]} field={field} />
          </div>
        ))}
      {shown.length > 0 && (
        <div className={classes.foot}>
          <span title={last === undefined ? undefined : t(last.field.label)}>
            {last !== undefined && <last.view.Cell value={record[last.field.name]} field={last.field} />}
          </span>
          {figures.map(({ field, view }) => (
            <span key={field.name} className={classes.figure} title={t(field.label)}>
              <view.Cell value={record[field.name]} field={field} />
            </span>
          ))}
        </div>
      )}
      {mayMove && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon size="sm" className={classes.menu!} aria-label={t('Move {title}', { title })}>
              <Icon name="ellipsis" size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('Move to')}</Menu.Label>
            {targets
              .filter((target) => target.key !== column.key)
              .map((target) => (
                <Menu.Item key={String(target.key)} onClick={() => void move(record, target)}>
                  {target.label}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </article>
  )
}
