import { Group, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { choicesOf } from '#platform/fields/choice/choices-of.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import type { Json } from '#platform/objects/json.ts'
import { t } from '#platform/web/language/t.ts'
import { ChoiceList } from './choice-list.tsx'
import { familyAt, type Operand } from './operators.ts'
import { PeriodInput } from './period-input.tsx'
import { RecordChooser } from './record-chooser.tsx'

interface OperandInputProps {
  readonly field: FieldModel
  readonly path: readonly string[]
  readonly operand: Operand
  readonly value: Json
  readonly change: (value: Json) => void
}

/** The editor that fits what the condition compares with. */
export function OperandInput({ field, path, operand, value, change }: OperandInputProps) {
  const family = familyAt(field, path)
  if (operand === 'period') return <PeriodInput value={value} change={change} />
  if (operand === 'two') {
    const [from, to] = Array.isArray(value) ? (value as readonly Json[]) : [null, null]
    return (
      <Group gap="xs" wrap="nowrap" grow>
        <One
          field={field}
          path={path}
          value={from ?? null}
          change={(next) => change([next, to ?? null])}
          label={t('From')}
          focus
        />
        <One
          field={field}
          path={path}
          value={to ?? null}
          change={(next) => change([from ?? null, next])}
          label={t('To')}
        />
      </Group>
    )
  }
  if (family === 'boolean') {
    return (
      <SegmentedControl
        size="xs"
        data-autofocus
        value={value === false ? 'no' : value === true ? 'yes' : ''}
        onChange={(next) => change(next === 'yes')}
        data={[
          { value: 'yes', label: t('Yes') },
          { value: 'no', label: t('No') },
        ]}
      />
    )
  }
  if (operand === 'several') {
    const chosen = (Array.isArray(value) ? value : value === null ? [] : [value]) as readonly string[]
    if (field.relation !== undefined)
      return <RecordChooser to={field.relation.to} chosen={chosen} change={change} />
    const choices = choicesOf(field.options as never).all
    if (choices.length > 0)
      return (
        <ChoiceList
          choices={choices.map((one) => ({ value: one.value, label: t(one.label) }))}
          chosen={chosen}
          change={change}
        />
      )
    return (
      <TextInput
        size="xs"
        data-autofocus
        aria-label={t('Values, separated by commas')}
        placeholder={t('Values, separated by commas')}
        defaultValue={chosen.join(', ')}
        onChange={(event) =>
          change(
            event.currentTarget.value
              .split(',')
              .map((one) => one.trim())
              .filter((one) => one !== ''),
          )
        }
      />
    )
  }
  return <One field={field} path={path} value={value} change={change} label={t('Value')} focus />
}

interface OneProps extends Omit<OperandInputProps, 'operand'> {
  readonly label: string
  readonly focus?: boolean
}

function One({ field, path, value, change, label, focus = false }: OneProps) {
  const family = familyAt(field, path)
  const autoFocus = focus ? { 'data-autofocus': true } : {}
  if (family === 'number') {
    const amount = typeof value === 'object' && value !== null && 'amount' in value ? value['amount'] : value
    return (
      <NumberInput
        size="xs"
        hideControls
        aria-label={label}
        placeholder={label}
        value={(amount ?? '') as number}
        onChange={(next) => change(next === '' ? null : Number(next))}
        {...autoFocus}
      />
    )
  }
  const type =
    family === 'time' ? (field.kind.schema(field)['format'] === 'date' ? 'date' : 'datetime-local') : 'text'
  const text = typeof value === 'string' ? (type === 'datetime-local' ? localOf(value) : value) : ''
  return (
    <TextInput
      size="xs"
      type={type}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) =>
        change(
          type === 'datetime-local' && event.currentTarget.value !== ''
            ? new Date(event.currentTarget.value).toISOString()
            : event.currentTarget.value,
        )
      }
      {...autoFocus}
    />
  )
}

/** An instant as the browser's own input wants it. */
function localOf(instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
