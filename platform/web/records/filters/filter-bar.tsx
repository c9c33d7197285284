import { Button } from '@mantine/core'
import { useState } from 'react'
import { useModel } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import type { ListState } from '../list/use-list.ts'
import { AddFilter } from './add-filter.tsx'
import { AdvancedFilter } from './advanced-filter.tsx'
import { conditionsOf, whereOf, type Condition } from './condition.ts'
import { FilterChip } from './filter-chip.tsx'
import classes from './filters.module.css'

/** What the list is narrowed to, as chips. */
export function FilterBar({ list }: { readonly list: ListState }) {
  const model = useModel()
  const [added, setAdded] = useState<Condition | null>(null)
  const { chips, rest } = conditionsOf(model, list.object, list.where)
  const put = (next: readonly Condition[]): void => list.change({ where: whereOf({ chips: next, rest }) })
  return (
    <div className={classes.bar} role="group" aria-label={t('Filter')}>
      {chips.map((chip, at) => (
        <FilterChip
          key={`${chip.path.join('.')}:${at}`}
          object={list.object}
          condition={chip}
          put={(next) => put(chips.with(at, next))}
          remove={() => put(chips.toSpliced(at, 1))}
        />
      ))}
      {added !== null && (
        <FilterChip
          key="added"
          object={list.object}
          condition={added}
          fresh
          put={(next) => {
            setAdded(null)
            put([...chips, next])
          }}
          remove={() => setAdded(null)}
        />
      )}
      <AddFilter object={list.object} add={setAdded} />
      <AdvancedFilter
        list={list}
        rest={rest}
        put={(next) => list.change({ where: whereOf({ chips, rest: next }) })}
      />
      {chips.length > 1 && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => list.change({ where: {} })}>
          {t('Clear')}
        </Button>
      )}
    </div>
  )
}
