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
      rightSection={
        typeof unit === 'string' ? (
          <Text size="xs" c="dimmed">
            {unit}
          </Text>
        ) : undefined
      }
      rightSectionWidth={typeof unit === 'string' ? unit.length * 8 + 16 : 0}
      right={props.inline === true}
    />
  )
}

export const numberView: View<number> = {
  Cell: FigureCell,
  Input: NumberInput,
  align: 'right',
  width: 110,
  about: 'A count or a measure, with a unit if you like.',
  options: {
    decimals: {
      kind: 'number',
      decimals: 0,
      min: 0,
      max: 10,
      label: 'Decimals',
      help: 'Empty: as many as are typed.',
    },
    unit: { kind: 'text', max: 12, label: 'Unit', help: 'Shown behind the number: kg, pieces.' },
    min: { kind: 'number', label: 'At least' },
    max: { kind: 'number', label: 'At most' },
  },
}
