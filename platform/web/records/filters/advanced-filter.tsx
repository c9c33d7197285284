import { Button, Popover, Skeleton } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { FilterJson } from '#platform/objects/json.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import type { ListState } from '../list/use-list.ts'

const FilterText = lazy(async () => ({ default: (await import('./filter-text.tsx')).FilterText }))

interface AdvancedFilterProps {
  readonly list: ListState
  /** What chips cannot say. */
  readonly rest: FilterJson
  readonly put: (rest: FilterJson) => void
}

/** The whole filter language as text, for what chips cannot say. */
export function AdvancedFilter({ list, rest, put }: AdvancedFilterProps) {
  const count = Object.keys(rest).length
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={420} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant={count > 0 ? 'light' : 'subtle'}
          color={count > 0 ? 'petrol' : 'gray'}
          leftSection={<Icon name="braces" size={13} />}
          onClick={() => setOpened(!opened)}
        >
          {count > 0 ? t('Advanced ({count})', { count }) : t('Advanced')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Skeleton h={180} />}>
          <FilterText
            object={list.object}
            rest={rest}
            put={(next) => {
              put(next)
              setOpened(false)
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
