import { Text } from '@mantine/core'
import { shownNumber, typedNumber } from '#platform/web/forms/typed-number.ts'
import { TypedInput } from '#platform/web/forms/typed-input.tsx'
import { FigureCell } from '../plain-cell.tsx'
import type { InputProps, View } from '../view.ts'

function NumberInput(props: InputProps<number>) {
  const unit = props.field.options['unit']
  return (
    <TypedInput
      {...props}
      show={shownNumber}
      read={typedNumber}
      inputMode="decimal"
      rightSection={typeof unit === 'string' ? <Text size="xs" c="dimmed">{unit}</Text> : undefined}
      rightSectionWidth={typeof unit === 'string' ? unit.length * 8 + 16 : 0}
      right={props.inline === true}
    />
  )
}

export const numberView: View<number> = { Cell: FigureCell, Input: NumberInput, align: 'right', width: 110 }
