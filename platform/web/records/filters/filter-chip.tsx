import { Popover, Skeleton } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { ObjectModel } from '#platform/objects/model.ts'
import { useModel } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { ChipValue } from './chip-value.tsx'
import { fieldOn, type Condition } from './condition.ts'
import { familyAt, operatorOf } from './operators.ts'
import { pathLabel } from './path-label.ts'
import classes from './filters.module.css'

const ChipEditor = lazy(async () => ({ default: (await import('./chip-editor.tsx')).ChipEditor }))

interface FilterChipProps {
  readonly object: ObjectModel
  readonly condition: Condition
  /** Just added: its editor is open. */
  readonly fresh?: boolean
  readonly put: (condition: Condition) => void
  readonly remove: () => void
}

export function FilterChip({ object, condition, fresh = false, put, remove }: FilterChipProps) {
  const model = useModel()
  const [opened, setOpened] = useState(fresh)
  const field = fieldOn(model, object, condition.path)!
  const operator = operatorOf(familyAt(field, condition.path), condition.operator, condition.value)
  const label = pathLabel(model, object, condition.path)
  const close = (): void => {
    setOpened(false)
    if (fresh) remove()
  }
  return (
    <span className={classes.chip} data-open={opened || undefined}>
      <Popover
        opened={opened}
        onChange={(open) => !open && close()}
        position="bottom-start"
        width={288}
        trapFocus
        withinPortal
      >
        <Popover.Target>
          <button type="button" className={classes.said} onClick={() => (opened ? close() : setOpened(true))}>
            <span>{label}</span>
            <span className={classes.operator}>{operator.label()}</span>
            {operator.operand !== 'none' && !fresh && (
              <span className={classes.value}>
                <ChipValue field={field} path={condition.path} value={condition.value} />
              </span>
            )}
          </button>
        </Popover.Target>
        <Popover.Dropdown p="xs">
          <Suspense fallback={<Skeleton h={110} />}>
            <ChipEditor
              field={field}
              condition={condition}
              put={(next) => {
                put(next)
                setOpened(false)
              }}
            />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      <button
        type="button"
        className={classes.remove}
        aria-label={t('Remove the filter on {field}', { field: label })}
        onClick={remove}
      >
        <Icon name="x" size={13} />
      </button>
    </span>
  )
}
