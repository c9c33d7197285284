import type { CellProps, View } from '../view.ts'
import classes from '../view.module.css'

function IdCell({ value }: CellProps<string>) {
  return (
    <span className={classes['quiet']} title={value}>
      {value.slice(0, 8)}
    </span>
  )
}

export const idView: View<string> = { Cell: IdCell, width: 110 }
