import { useState, type PointerEvent, type RefObject } from 'react'
import { t } from '#platform/web/language/t.ts'
import { leastWidth, templateOf, type Column } from './use-columns.ts'
import classes from './grid.module.css'

interface ColumnGripProps {
  readonly columns: readonly Column[]
  readonly at: number
  readonly grid: RefObject<HTMLDivElement | null>
  readonly resize: (field: string, width: number) => void
}

/** Drags the border of a column. While it moves only one style of the grid changes; React draws once at the end. */
export function ColumnGrip({ columns, at, grid, resize }: ColumnGripProps) {
  const [from, setFrom] = useState<number | null>(null)
  const column = columns[at]!
  const widthAt = (event: PointerEvent): number =>
    Math.max(leastWidth, column.width + event.clientX - (from ?? event.clientX))
  return (
    <button
      type="button"
      className={classes.grip}
      tabIndex={-1}
      aria-label={t('Width of {field}', { field: t(column.field.label) })}
      data-moving={from !== null || undefined}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => resize(column.field.name, column.view.width ?? 160)}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom(event.clientX)
      }}
      onPointerMove={(event) => {
        if (from === null) return
        const width = widthAt(event)
        grid.current?.style.setProperty(
          '--columns',
          templateOf(columns.map((one, index) => (index === at ? { ...one, width } : one))),
        )
      }}
      onPointerUp={(event) => {
        if (from !== null) resize(column.field.name, widthAt(event))
        setFrom(null)
      }}
    />
  )
}
