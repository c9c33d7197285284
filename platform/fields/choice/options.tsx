import { ActionIcon, Button, Input, Text } from '@mantine/core'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useRef } from 'react'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import { labelOf } from '#platform/objects/label.ts'
import { t } from '#platform/web/language/t.ts'
import type { OptionsProps } from '../view.ts'
import classes from './options.module.css'
import { ColourPicker } from './colour-picker.tsx'
import { valueFromLabel } from './value-from-label.ts'

interface Row {
  readonly value: string
  readonly label: string
  readonly color?: string
  readonly retired?: boolean
}

/** The list of choices: typed one below the other, Enter makes the next. A value keeps its name when its label changes. */
export default function ChoiceOptions({ options, onChange, errors }: OptionsProps) {
  const frame = useRef<HTMLDivElement>(null)
  const rows = rowsOf(options)
  const give = (next: readonly Row[]) => onChange({ ...options, choices: next as unknown as Json })
  const change = (at: number, part: Partial<Row>) =>
    give(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  const relabel = (at: number, label: string) => {
    const row = rows[at]!
    const derived = row.value === '' || row.value === valueFromLabel(row.label)
    change(at, { label, ...(derived && row.retired === undefined ? { value: valueFromLabel(label) } : {}) })
  }
  const move = (at: number, by: number) => {
    const next = [...rows]
    const [taken] = next.splice(at, 1)
    next.splice(at + by, 0, taken!)
    give(next)
  }
  const add = () => {
    give([...rows, { value: '', label: '' }])
    requestAnimationFrame(() =>
      [...(frame.current?.querySelectorAll<HTMLInputElement>('input[type=text]') ?? [])].at(-1)?.focus(),
    )
  }
  return (
    <div ref={frame}>
      <Input.Label required>{t('Choices')}</Input.Label>
      <div className={classes['rows']}>
        {rows.map((row, at) => (
          <div key={at} className={classes['row']}>
            <ColourPicker colour={row.color} onPick={(color) => change(at, { color })} />
            <Input
              type="text"
              size="sm"
              className={classes['label'] ?? ''}
              aria-label={t('Choice {number}', { number: at + 1 })}
              value={row.label}
              onChange={(event) => relabel(at, event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey) return
                event.preventDefault()
                add()
              }}
            />
            <ActionIcon size="sm" aria-label={t('Up')} disabled={at === 0} onClick={() => move(at, -1)}>
              <ArrowUp size={14} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label={t('Down')}
              disabled={at === rows.length - 1}
              onClick={() => move(at, 1)}
            >
              <ArrowDown size={14} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label={t('Take away')}
              onClick={() => give(rows.filter((_, index) => index !== at))}
            >
              <X size={14} />
            </ActionIcon>
          </div>
        ))}
      </div>
      {errors['choices'] !== undefined && (
        <Text size="xs" c="red" role="alert">
          {errors['choices']}
        </Text>
      )}
      <Button mt={6} variant="default" leftSection={<Plus size={14} />} onClick={add}>
        {t('Add a choice')}
      </Button>
    </div>
  )
}

function rowsOf(options: JsonObject): readonly Row[] {
  const given = (options['choices'] ?? []) as readonly (string | Partial<Row>)[]
  return given.map((one) => {
    const row = typeof one === 'string' ? { value: one } : one
    const value = row.value ?? ''
    return { ...row, value, label: row.label ?? labelOf(value) }
  })
}
