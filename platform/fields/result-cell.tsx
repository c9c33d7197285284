import { FigureCell, PlainCell } from './plain-cell.tsx'
import type { CellProps } from './view.ts'

/** Of a computed value: figures and money to the right, all else as text. */
export function ResultCell(props: CellProps<any>) {
  const { value } = props
  const figure =
    typeof value === 'number' || (typeof value === 'object' && value !== null && 'amount' in value)
  return figure ? <FigureCell {...props} /> : <PlainCell {...props} />
}
