import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Children, ObjectModel } from '#platform/objects/model.ts'
import { titleOf } from '#platform/web/data/changes.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { rowsQuery } from '#platform/web/data/queries.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { useChangeAddress } from '#platform/web/shell/address.ts'
import { mayMake } from '#platform/web/shell/visible-objects.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { countText } from '../list/list-count.tsx'
import { usualFields } from '../list/views.ts'
import { viewOf } from '../grid/use-columns.ts'
import { isEmpty, ShowValue } from '../show-value.tsx'
import classes from './related.module.css'

interface RelatedListProps {
  readonly children: Children
  readonly child: ObjectModel
  readonly parent: ObjectModel
  readonly record: AnyRecord
}

const firstRows = 5

/** The first records that point to this one, their count, and the way to all of them. */
export function RelatedList({ children, child, parent, record }: RelatedListProps) {
  const session = useSession()
  const change = useChangeAddress()
  const seen = session.fieldsOf(child)
  const declared = child.views.find((view) => view.layout === 'table')?.fields ?? usualFields(child)
  const shown = declared
    .flatMap((name) => seen.find((field) => field.name === name) ?? [])
    .filter((field) => field.name !== child.title.name && field.name !== children.field)
  const figure = shown.find((field) => viewOf(field).align === 'right')
  const lines = shown.filter((field) => viewOf(field).align !== 'right').slice(0, 2)
  const fields = [child.title.name, ...shown.map((field) => field.name)]
  const where = { [children.field]: record.id }
  const many = child.fields.get(children.field)?.relation?.many === true
  const { data } = useQuery(
    rowsQuery(
      child,
      { where: many ? { [children.field]: { has: record.id } } : where, fields, sort: '-created_at' },
      firstRows,
    ),
  )
  const rows = (data?.data ?? []) as readonly AnyRecord[]
  const link = { id: record.id, title: titleOf(parent, record) }
  const mayCreate = mayMake(session, child)
  const filter = {
    where: many ? { [children.field]: { has: record.id } } : { [children.field]: [record.id] },
    layout: 'table',
  }
  return (
    <section className={classes.list} data-empty={data?.page.count === 0 || undefined}>
      <header className={classes.head}>
        <Link to={`/${child.plural}`} search={filter as never} className={classes.heading}>
          <Icon name={child.icon} size={14} />
          {t(children.label)}
          {data?.page.count !== undefined && data.page.count !== null && (
            <span className={classes.count}>{countText(data.page.count, data.page.countIs)}</span>
          )}
        </Link>
        {mayCreate && (
          <ActionIcon
            size="sm"
            aria-label={t('New {object}', { object: t(child.label) })}
            onClick={() => change({ create: child.name, with: { [children.field]: many ? [link] : link } })}
          >
            <Icon name="plus" size={14} />
          </ActionIcon>
        )}
      </header>
      {rows.length > 0 && (
        <ul className={classes.rows}>
          {rows.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className={classes.row}
                onClick={() => change({ open: `${child.plural}/${row.id}` })}
              >
                <span className={classes.title}>{titleOf(child, row)}</span>
                {figure !== undefined && (
                  <span className={classes.figure}>
                    <ShowValue field={figure} value={row[figure.name]} />
                  </span>
                )}
                <span className={classes.lines}>
                  {lines
                    .filter((field) => !isEmpty(row[field.name]))
                    .map((field) => (
                      <span key={field.name}>
                        <ShowValue field={field} value={row[field.name]} />
                      </span>
                    ))}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {(data?.page.count ?? 0) > rows.length && (
        <Link to={`/${child.plural}`} search={filter as never} className={classes.all}>
          {t('Show all')}
        </Link>
      )}
    </section>
  )
}
