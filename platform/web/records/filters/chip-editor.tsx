import { Button, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import type { FieldModel } from '#platform/objects/model.ts'
import type { Json } from '#platform/objects/json.ts'
import { t } from '#platform/web/language/t.ts'
import type { Condition } from './condition.ts'
import { familyAt, operatorOf, operatorsFor } from './operators.ts'
import { OperandInput } from './operand-input.tsx'

interface ChipEditorProps {
  readonly field: FieldModel
  readonly condition: Condition
  readonly put: (condition: Condition) => void
}

/** Operator and operand of one chip. Enter takes it. */
export function ChipEditor({ field, condition, put }: ChipEditorProps) {
  const family = familyAt(field, condition.path)
  const [operator, setOperator] = useState(operatorOf(family, condition.operator, condition.value))
  const [value, setValue] = useState<Json>(condition.value)
  const offered = operatorsFor(family)
  const all = offered.includes(operator) ? offered : [operator, ...offered]
  const ready = operator.operand === 'none' || isGiven(value)
  const take = (): void => {
    if (!ready) return
    const operand =
      operator.operand === 'none'
        ? operator.value!
        : operator.operand === 'several' && !Array.isArray(value)
          ? [value]
          : value
    put({ ...condition, operator: operator.name, value: operand as Json })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        take()
      }}
    >
      <Stack gap="xs">
        <NativeSelect
          size="xs"
          aria-label={t('Comparison')}
          value={operator.key}
          onChange={(event) => {
            const next = all.find((one) => one.key === event.currentTarget.value)!
            if (next.operand !== operator.operand) setValue(null)
            setOperator(next)
          }}
          data={all.map((one) => ({ value: one.key, label: one.label() }))}
        />
        {operator.operand !== 'none' && (
          <OperandInput
            key={operator.operand}
            field={field}
            path={condition.path}
            operand={operator.operand}
            value={value}
            change={setValue}
          />
        )}
        <Button type="submit" size="xs" disabled={!ready}>
          {t('Apply')}
        </Button>
      </Stack>
    </form>
  )
}

const isGiven = (value: Json): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && (value.length === 0 || value.includes(null)))
