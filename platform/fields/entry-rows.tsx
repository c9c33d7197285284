import { ActionIcon, Button, CloseButton, Input, NativeSelect } from '@mantine/core'
import { Plus, Star } from 'lucide-react'
import { useState, type HTMLAttributes } from 'react'
import type { Json } from '#platform/objects/json.ts'
import { labelOf } from '#platform/objects/label.ts'
import { FieldFrame } from '#platform/web/forms/field-frame.tsx'
import { t } from '#platform/web/language/t.ts'
import type { StatedEntry } from './entries.ts'
import type { InputProps } from './view.ts'
import classes from './entry-rows.module.css'

interface EntryRowsProps extends InputProps<readonly StatedEntry[]> {
  /** What an entry may be for; the first is usual. */
  readonly sorts: readonly string[]
  readonly inputMode: NonNullable<HTMLAttributes<HTMLInputElement>['inputMode']>
  readonly more: string
  /** The entry as people write it. */
  readonly show?: (value: string) => string
}

/** Several addresses or numbers, each with what it is for; the star says which one is used first. */
export function EntryRows(props: EntryRowsProps) {
  const { field, sorts, inputMode, more, inline, error, disabled, onChange, show = String } = props
  // A row that is still empty is drawn but not given on.
  const [adding, setAdding] = useState(false)
  const [typing, setTyping] = useState(-1)
  const filled: readonly StatedEntry[] = Array.isArray(props.value) ? props.value : []
  const rows: readonly StatedEntry[] = filled.length === 0 || adding ? [...filled, blank] : filled
  const give = (next: readonly StatedEntry[]) => {
    const kept = next.filter((row) => row.value !== '')
    onChange(
      kept.length === 0 ? null : (kept.map((row, at) => ({ ...row, primary: at === 0 })) as unknown as Json),
    )
  }
  const change = (at: number, part: Partial<StatedEntry>) => {
    if (at === filled.length && (part.value ?? '') !== '') setAdding(false)
    give(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  }
  // The first is the one that is used.
  const prefer = (at: number) => give([rows[at]!, ...rows.filter((_, index) => index !== at)])
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
              value={typing === at || row.value === '' ? row.value : show(row.value)}
              error={error !== undefined}
              disabled={disabled === true}
              autoFocus={at === 0 && (props.autoFocus === true || inline === true)}
              onFocus={() => setTyping(at)}
              onBlur={() => setTyping(-1)}
              onChange={(event) => change(at, { value: event.currentTarget.value })}
            />
            {row.value !== '' && (
              <NativeSelect
                size="sm"
                w={104}
                aria-label={t('What it is for')}
                value={row.kind ?? sorts[0]!}
                data={[...new Set([...sorts, row.kind ?? sorts[0]!])].map((sort) => ({
                  value: sort,
                  label: t(labelOf(sort)),
                }))}
                disabled={disabled === true}
                onChange={(event) => change(at, { kind: event.currentTarget.value })}
              />
            )}
            {filled.length > 1 && at < filled.length && (
              <>
                <ActionIcon
                  variant="subtle"
                  color={at === 0 ? 'yellow' : 'gray'}
                  aria-label={t('Use this one first')}
                  aria-pressed={at === 0}
                  onClick={() => prefer(at)}
                >
                  <Star size={15} fill={at === 0 ? 'currentColor' : 'none'} />
                </ActionIcon>
                <CloseButton
                  size="sm"
                  aria-label={t('Take away')}
                  onClick={() => give(rows.filter((_, index) => index !== at))}
                />
              </>
            )}
          </div>
        ))}
        {filled.length > 0 && !adding && disabled !== true && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<Plus size={13} />}
            className={classes['more'] ?? ''}
            onClick={() => setAdding(true)}
          >
            {more}
          </Button>
        )}
      </div>
    </FieldFrame>
  )
}

const blank: StatedEntry = { value: '', primary: false }
