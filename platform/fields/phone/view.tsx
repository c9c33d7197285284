import { formatContext } from '#platform/web/language/reader.ts'
import { usePhoneNumbers } from '#platform/web/phone-numbers.ts'
import { LinkCell } from '../link-cell.tsx'
import { TextualInput } from '../textual-input.tsx'
import type { CellProps, InputProps, View } from '../view.ts'

function PhoneCell({ value, field }: CellProps<string>) {
  usePhoneNumbers()
  return <LinkCell href={`tel:${value}`}>{field.kind.format(value, field, formatContext())}</LinkCell>
}

function PhoneInput(props: InputProps<string>) {
  return <TextualInput {...props} inputMode="tel" />
}

export const phoneView: View<string> = {
  Cell: PhoneCell,
  Input: PhoneInput,
  width: 160,
  about: 'One number, with a click to call.',
}
