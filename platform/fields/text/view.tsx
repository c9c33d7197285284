import { TypedInput } from '#platform/web/forms/typed-input.tsx'
import { PlainCell } from '../plain-cell.tsx'
import type { InputProps, View } from '../view.ts'

function TextInput(props: InputProps<string>) {
  return <TypedInput {...props} show={(value) => value} read={(text) => text} />
}

export const textView: View<string> = {
  Cell: PlainCell,
  Input: TextInput,
  width: 200,
  about: 'One line: a name, a code, a title.',
  options: { max: { kind: 'number', decimals: 0, min: 1, label: 'Longest text, in characters' } },
}
