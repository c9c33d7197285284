import { Text } from '@mantine/core'
import { TypedInput } from '#platform/web/forms/typed-input.tsx'
import { shownNumber } from '#platform/web/forms/typed-number.ts'
import { typingFormat } from '#platform/web/language/reader.ts'
import { shiftText } from '../decimal.ts'
import { FigureCell } from '../plain-cell.tsx'
import type { InputProps, View } from '../view.ts'
import { percentKind } from './kind.ts'

/** People type 30 or 30 % and mean 0.3. */
function PercentInput(props: InputProps<number>) {
  return (
    <TypedInput
      {...props}
      show={(value) => (typeof value === 'number' ? shownNumber(Number(shiftText(value, 2))) : String(value))}
      read={(text) => percentKind.fromText(text, props.field, typingFormat())}
      inputMode="decimal"
      right={props.inline === true}
      rightSection={
        <Text size="xs" c="dimmed" aria-hidden>
          %
        </Text>
      }
      rightSectionWidth={26}
    />
  )
}

export const percentView: View<number> = {
  Cell: FigureCell,
  Input: PercentInput,
  align: 'right',
  width: 90,
  about: 'A share: typed as 30, kept as 0.3.',
  options: { min: { kind: 'percent', label: 'At least' }, max: { kind: 'percent', label: 'At most' } },
}
