import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useEffectEvent, useState } from 'react'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { Problem } from '#platform/objects/problem.ts'
import { complain } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'
import { ErrorState } from '#platform/web/ui/error-state.tsx'
import type { ListState } from '../list/use-list.ts'
import { BoardColumn } from './board-column.tsx'
import { BoardSkeleton } from './board-skeleton.tsx'
import { DropZones } from './drop-zones.tsx'
import { GateDialog, type Gate } from './gate-dialog.tsx'
import { moveCard } from './move-card.ts'
import { useBoard } from './use-board.ts'
import classes from './board.module.css'

export interface Target {
  readonly key: string | null
  readonly label: string
}

/** Records as cards in columns. Dragging moves them at once; “Move to …” on each card does it by the keyboard. */
export function Board({ list }: { readonly list: ListState }) {
  const { object } = list
  const board = useBoard(list)
  const [gate, setGate] = useState<Gate | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)

  const move = async (record: AnyRecord, to: Target): Promise<void> => {
    try {
      await moveCard({ object, group: board.group, record, to })
    } catch (error) {
      const asked =
        error instanceof Problem && error.status === 422
          ? error.errors.filter((one) => object.fields.has(one.field) && one.field !== board.group.name)
          : []
      if (asked.length > 0) setGate({ record, to, errors: asked })
      else complain(error)
    }
  }
  const drop = useEffectEvent(
    (card: unknown, from: unknown, target: Record<string | symbol, unknown>): void => {
      const record = board.columns.flatMap((column) => column.records).find((one) => one.id === card)
      const to = { key: target['key'] as string | null, label: String(target['label']) }
      if (record !== undefined && String(to.key) !== from) void move(record, to)
    },
  )
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => 'card' in source.data,
        onDragStart: ({ source }) => setDragged(String(source.data['from'])),
        onDrop: ({ source, location }) => {
          setDragged(null)
          const target = location.current.dropTargets[0]?.data
          if (target !== undefined && 'key' in target) drop(source.data['card'], source.data['from'], target)
        },
      }),
    [],
  )
  if (board.error !== null) return <ErrorState error={board.error} again={() => board.refetch()} />
  if (board.pending) return <BoardSkeleton />
  const targets: readonly Target[] = [...board.columns, ...board.zones]
  return (
    <div className={classes.frame}>
      <div
        className={classes.board}
        role="list"
        aria-label={t('{objects} by {field}', {
          objects: t(object.pluralLabel),
          field: t(board.group.label),
        })}
        data-stale={board.stale || undefined}
      >
        {board.columns.map((column) => (
          <BoardColumn
            key={String(column.key)}
            list={list}
            column={column}
            group={board.group}
            targets={targets}
            move={move}
          />
        ))}
      </div>
      {dragged !== null && board.zones.length > 0 && <DropZones zones={board.zones} />}
      {gate !== null && (
        <GateDialog object={object} group={board.group} gate={gate} close={() => setGate(null)} />
      )}
    </div>
  )
}
