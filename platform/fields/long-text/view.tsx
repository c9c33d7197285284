import { Textarea } from '@mantine/core'
import { controlStyle } from '#platform/web/forms/control-style.ts'
import { FieldFrame } from '#platform/web/forms/field-frame.tsx'
import { PlainCell } from '../plain-cell.tsx'
import type { InputProps, View } from '../view.ts'

/** Grows with what is written. In a table cell Enter is done and Shift+Enter a new line. */
export function LongTextInput(props: InputProps<string>) {
  const { field, value, onChange, error, inline } = props
  return (
    <FieldFrame field={field} error={error} inline={inline}>
      <Textarea
        {...controlStyle(props)}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        onKeyDown={(event) => {
          if (inline === true && event.key === 'Enter' && event.shiftKey) event.stopPropagation()
          else if (inline === true && event.key === 'Enter') event.preventDefault()
        }}
        autosize
        minRows={inline === true ? 1 : 3}
        maxRows={inline === true ? 6 : 14}
      />
    </FieldFrame>
  )
}

export const longTextView: View<string> = {
  Cell: PlainCell,
  Input: LongTextInput,
  wide: true,
  width: 260,
  about: 'Several lines without formatting: notes, descriptions.',
  options: { max: { kind: 'number', decimals: 0, min: 1, label: 'Longest text, in characters' } },
}
