import { Menu } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { familyOf } from '#platform/objects/filter/family.ts'
import { totalsQuery, type Measured } from '#platform/web/data/queries.ts'
import { t } from '#platform/web/language/t.ts'
import { figureText } from '../figure-text.ts'
import type { ListState } from '../list/use-list.ts'
import type { Column } from './use-columns.ts'
import classes from './grid.module.css'

type Fn = 'sum' | 'avg' | 'min' | 'max'
const names: Readonly<Record<Fn, () => string>> = {
  sum: () => t('Sum'),
  avg: () => t('Average'),
  min: () => t('Least'),
  max: () => t('Most'),
}

/** Figures over all that fit, loaded or not. Money is summed; for other figures the person chooses. */
export function TotalsRow({
  list,
  columns,
}: {
  readonly list: ListState
  readonly columns: readonly Column[]
}) {
  const [chosen, setChosen] = useLocalStorage<Readonly<Record<string, Fn | 'none'>>>({
    key: `rapport:totals:${list.object.name}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const fnOf = ({ field }: Column): Fn | undefined => {
    if (familyOf(field) !== 'number' || field.standard) return undefined
    const said = chosen[field.name] ?? (field.kind.parts?.['currency'] === undefined ? 'none' : 'sum')
    return said === 'none' ? undefined : said
  }
  const measures = columns.flatMap((column): Measured[] => {
    const fn = fnOf(column)
    return fn === undefined ? [] : [{ fn, field: column.field.name }]
  })
  const totals = useQuery({
    ...totalsQuery(list.object, list.where, measures),
    enabled: measures.length > 0 && list.q === '',
  })
  if (!columns.some(({ field }) => familyOf(field) === 'number' && !field.standard) || list.q !== '')
    return null
  return (
    <div className={classes.totals} role="row" aria-label={t('Totals')}>
      <div className={classes.check} role="presentation" />
      {columns.map((column) => {
        const { field, pinned } = column
        if (familyOf(field) !== 'number' || field.standard) {
          return (
            <div
              key={field.name}
              className={classes.total}
              role="presentation"
              style={pinned ? { position: 'sticky', left: 38, zIndex: 2 } : {}}
            />
          )
        }
        const fn = fnOf(column)
        const value =
          fn === undefined
            ? undefined
            : totals.data?.totals[measures.findIndex((one) => one.field === field.name)]
        return (
          <div key={field.name} className={classes.total} role="gridcell" aria-label={t(field.label)}>
            <Menu position="top-end">
              <Menu.Target>
                <button
                  type="button"
                  className={classes.figure}
                  tabIndex={-1}
                  aria-label={t('Total of {field}', { field: t(field.label) })}
                >
                  {fn === undefined ? (
                    <small>Σ</small>
                  ) : (
                    <>
                      <small>{names[fn]()}</small>
                      {value === undefined ? '…' : figureText(field, value)}
                    </>
                  )}
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                {(Object.keys(names) as Fn[]).map((one) => (
                  <Menu.Item key={one} onClick={() => setChosen((now) => ({ ...now, [field.name]: one }))}>
                    {names[one]()}
                  </Menu.Item>
                ))}
                <Menu.Item onClick={() => setChosen((now) => ({ ...now, [field.name]: 'none' }))}>
                  {t('Nothing')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
        )
      })}
    </div>
  )
}
