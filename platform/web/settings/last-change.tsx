import { useQuery } from '@tanstack/react-query'
import type { ObjectModel } from '#platform/objects/model.ts'
import { rowsQuery } from '#platform/web/data/queries.ts'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import classes from './settings.module.css'

/** Who changed something here last, and what. */
export function LastChange({ object }: { readonly object: ObjectModel }) {
  const { data } = useQuery(
    rowsQuery(object, { sort: '-updated_at', fields: [object.title.name, 'updated_at', 'updated_by'] }, 1),
  )
  const last = data?.data[0]
  if (last === undefined || typeof last['updated_at'] !== 'string') return null
  const who = (last['updated_by'] as { title?: string } | null)?.title ?? t('the system')
  const at = new Intl.DateTimeFormat(reader().locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: reader().zone,
  })
  return (
    <p className={classes['changed']}>
      {t('Last changed: “{what}”, by {who}, {when}.', {
        what: String(last[object.title.name] ?? ''),
        who,
        when: at.format(new Date(last['updated_at'])),
      })}
    </p>
  )
}
