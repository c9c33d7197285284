import { LinkCell } from '../link-cell.tsx'
import { TextualInput } from '../textual-input.tsx'
import type { CellProps, InputProps, View } from '../view.ts'

function EmailCell({ value }: CellProps<string>) {
  return <LinkCell href={`mailto:${value}`}>{value}</LinkCell>
}

function EmailInput(props: InputProps<string>) {
  return (
    <TextualInput
      {...props}
      inputMode="email"
      placeholder={props.inline === true ? '' : 'name@example.com'}
    />
  )
}

export const emailView: View<string> = {
  Cell: EmailCell,
  Input: EmailInput,
  width: 210,
  about: 'One address.',
}
