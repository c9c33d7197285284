import { FigureCell } from '../plain-cell.tsx'
import { TextualInput } from '../textual-input.tsx'
import type { InputProps, View } from '../view.ts'

function DurationInput(props: InputProps<number>) {
  return <TextualInput {...props} placeholder={props.inline === true ? '' : '1:30, 45 min, 2 h'} />
}

export const durationView: View<number> = {
  Cell: FigureCell,
  Input: DurationInput,
  align: 'right',
  width: 100,
  about: 'How long: 1:30, 45 min, 2 h.',
}
