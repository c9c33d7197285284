import { memo } from 'react'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { t } from '#platform/web/language/t.ts'
import { recordPath } from '#platform/web/shell/address.ts'
import { isEmpty } from '../show-value.tsx'
import { CellEditor, type Leave } from './cell-editor.tsx'
import type { Column } from './use-columns.ts'
import classes from './grid.module.css'

interface GridRowProps {
  readonly object: ObjectModel
  readonly record: AnyRecord
  readonly index: number
  readonly top: number
  readonly columns: readonly Column[]
  readonly selected: boolean
  readonly opened: boolean
  /** The active column, −1 for none. */
  readonly active: number
  readonly editing: boolean
  readonly leave: Leave
}

/** Drawn anew only when something of this row changes: `leave` and `columns` are new at every drawing of the grid. */
export const GridRow = memo(
  Row,
  (before, after) =>
    before.record === after.record &&
    before.index === after.index &&
    before.top === after.top &&
    before.selected === after.selected &&
    before.opened === after.opened &&
    before.active === after.active &&
    before.editing === after.editing &&
    !after.editing &&
    sameColumns(before.columns, after.columns),
)

const sameColumns = (a: readonly Column[], b: readonly Column[]): boolean =>
  a.length === b.length &&
  a.every((column, at) => column.field === b[at]!.field && column.pinned === b[at]!.pinned)

function Row({
  object,
  record,
  index,
  top,
  columns,
  selected,
  opened,
  active,
  editing,
  leave,
}: GridRowProps) {
  return (
    <div
      role="row"
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      data-record={record.id}
      data-opened={opened || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        className={classes.check}
        role="gridcell"
        data-check
        aria-label={selected ? t('Chosen') : t('Not chosen')}
      >
        <span className={classes.box} aria-hidden="true" />
      </div>
      {columns.map((column, at) => (
        <div
          key={column.field.name}
          id={`cell-${record.id}-${at}`}
          role="gridcell"
          className={classes.cell}
          aria-colindex={at + 2}
          data-column={at}
          data-field={column.field.name}
          data-align={column.view.align}
          data-active={at === active || undefined}
          data-pinned={column.pinned || undefined}
        >
          {editing && at === active ? (
            <CellEditor object={object} record={record} field={column.field} leave={leave} />
          ) : (
            <CellContent column={column} record={record} object={object} />
          )}
        </div>
      ))}
    </div>
  )
}

function CellContent({
  column: { field, view },
  record,
  object,
}: {
  column: Column
  record: AnyRecord
  object: ObjectModel
}) {
  const value = record[field.name]
  const isTitle = field.name === object.title.name
  if (isEmpty(value) && !isTitle) return null
  const shown = isEmpty(value) ? <span>{t('Untitled')}</span> : <view.Cell value={value} field={field} />
  if (!isTitle) return shown
  return (
    <a
      className={classes.title}
      href={recordPath(object.plural, record.id)}
      data-record={record.id}
      tabIndex={-1}
    >
      {shown}
    </a>
  )
}
