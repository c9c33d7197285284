import { formatContext } from '#platform/web/language/reader.ts'
import type { CellProps } from './view.ts'
import classes from './view.module.css'

/** The value as its kind writes it, on one line. */
export function PlainCell({ value, field }: CellProps<any>) {
  const shown = field.kind.format(value, field, formatContext())
  return (
    <span className={classes['text']} title={shown.length > 24 ? shown : undefined}>
      {shown}
    </span>
  )
}

/** A figure: to the right, digits of equal width. */
export function FigureCell({ value, field }: CellProps<any>) {
  return <span className={classes['figure']}>{field.kind.format(value, field, formatContext())}</span>
}
