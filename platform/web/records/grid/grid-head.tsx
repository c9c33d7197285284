import type { RefObject } from 'react'
import { t } from '#platform/web/language/t.ts'
import type { ListState } from '../list/use-list.ts'
import { GridHeading } from './grid-heading.tsx'
import type { Column } from './use-columns.ts'
import type { Selection } from './use-selection.ts'
import classes from './grid.module.css'

interface GridHeadProps {
  readonly list: ListState
  readonly columns: readonly Column[]
  readonly grid: RefObject<HTMLDivElement | null>
  readonly selection: Selection
  readonly loaded: number
  readonly resize: (field: string, width: number) => void
}

export function GridHead({ list, columns, grid, selection, loaded, resize }: GridHeadProps) {
  const all = selection.all || (selection.size > 0 && selection.size === loaded)
  return (
    <div className={classes.head} role="row" aria-rowindex={1}>
      <div className={classes.check} role="columnheader">
        <button
          type="button"
          className={classes.box}
          data-on={all || undefined}
          role="checkbox"
          aria-checked={all ? true : selection.size > 0 ? 'mixed' : false}
          aria-label={t('Choose all loaded rows')}
          style={{ padding: 0, background: all ? undefined : 'none', cursor: 'pointer' }}
          onClick={() => selection.toggleLoaded()}
        />
      </div>
      {columns.map((column, at) => (
        <GridHeading
          key={column.field.name}
          list={list}
          columns={columns}
          at={at}
          grid={grid}
          resize={resize}
        />
      ))}
    </div>
  )
}
