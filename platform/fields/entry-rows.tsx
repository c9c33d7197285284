import { ActionIcon, Button, CloseButton, Input, NativeSelect } from '@mantine/core'
import { Plus, Star } from 'lucide-react'
import { useState, type HTMLAttributes } from 'react'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import { labelOf } from '#platform/objects/label.ts'
import { FieldFrame } from '#platform/web/forms/field-frame.tsx'
import { t } from '#platform/web/language/t.ts'
import type { InputProps } from './view.ts'
import classes from './entry-rows.module.css'

interface EntryRowsProps extends InputProps<readonly JsonObject[]> {
  /** The member that holds the text: `address`, `number`. */
  readonly member: string
  readonly sorts: readonly string[]
  readonly inputMode: NonNullable<HTMLAttributes<HTMLInputElement>['inputMode']>
  readonly more: string
  readonly show?: (text: string) => string
}

/** Several addresses or numbers, each with what it is for; the star says which one is used first. */
export function EntryRows(props: EntryRowsProps) {
  const { field, member, sorts, inputMode, more, inline, error, disabled, onChange } = props
  // A row that is still empty is drawn but not given on.
  const [empty, setEmpty] = useState(false)
  const filled = (props.value ?? []).map((row) => (typeof row === 'string' ? { [member]: row } : row))
  const rows: readonly JsonObject[] = filled.length === 0 || empty ? [...filled, {}] : filled
  const give = (next: readonly JsonObject[]) => {
    const kept = next.filter((row) => (row[member] ?? '') !== '')
    onChange(kept.length === 0 ? null : (kept as Json))
  }
  const change = (at: number, part: JsonObject) => {
    if (at === filled.length && (part[member] ?? '') !== '') setEmpty(false)
    give(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  }
  const prefer = (at: number) => give(rows.map((row, index) => ({ ...row, primary: index === at })))
  const first = rows.findIndex((row) => row['primary'] === true)
  return (
    <FieldFrame field={field} error={error} inline={inline} group>
      <div className={inline === true ? classes['inline'] : classes['rows']}>
        {rows.map((row, at) => (
          <div key={at} className={classes['row']}>
            <Input
              className={classes['text'] ?? ''}
              size="sm"
              aria-label={`${t(field.label)} ${at + 1}`}
              inputMode={inputMode}
              autoComplete="off"
              value={String(row[member] ?? '')}
              error={error !== undefined}
              disabled={disabled === true}
              autoFocus={at === 0 && (props.autoFocus === true || inline === true)}
              onChange={(event) => change(at, { [member]: event.currentTarget.value })}
            />
            <NativeSelect
              size="sm"
              w={104}
              aria-label={t('What it is for')}
              value={String(row['kind'] ?? sorts[0])}
              data={sorts.map((sort) => ({ value: sort, label: t(labelOf(sort)) }))}
              disabled={disabled === true || (row[member] ?? '') === ''}
              onChange={(event) => change(at, { kind: event.currentTarget.value })}
            />
            {filled.length > 1 && at < filled.length && (
              <>
                <ActionIcon variant="subtle" color={at === Math.max(first, 0) ? 'yellow' : 'gray'} aria-label={t('Use this one first')} aria-pressed={at === Math.max(first, 0)} onClick={() => prefer(at)}>
                  <Star size={15} fill={at === Math.max(first, 0) ? 'currentColor' : 'none'} />
                </ActionIcon>
                <CloseButton size="sm" aria-label={t('Take away')} onClick={() => give(rows.filter((_, index) => index !== at))} />
              </>
            )}
          </div>
        ))}
        {filled.length > 0 && !empty && disabled !== true && (
          <Button variant="subtle" size="compact-xs" leftSection={<Plus size={13} />} className={classes['more'] ?? ''} onClick={() => setEmpty(true)}>{more}</Button>
        )}
      </div>
    </FieldFrame>
  )
}
