import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import type { ImportPreview } from './import-api.ts'
import classes from './import.module.css'

/** What would come of it as things stand. */
export function Counts({ preview, busy }: { readonly preview: ImportPreview; readonly busy: boolean }) {
  const { create, update, unchanged, skip = 0, reject } = preview.counts
  const format = new Intl.NumberFormat(reader().locale)
  const parts = [
    { count: create, label: t('new') },
    { count: update, label: t('changed') },
    { count: unchanged, label: t('unchanged') },
    { count: skip, label: t('left out') },
    { count: reject, label: t('with problems') },
  ].filter(({ count }, at) => count > 0 || at === 0)
  return (
    <div className={classes['counts']} data-busy={busy || undefined} aria-live="polite">
      {parts.map(({ count, label }) => (
        <span key={label}>
          <b>{format.format(count)}</b> {label}
        </span>
      ))}
      {preview.checked !== undefined && preview.checked < preview.rows && (
        <span className={classes['rows']}>
          {t('of the first {checked} rows of {rows}', { checked: preview.checked, rows: preview.rows })}
        </span>
      )}
    </div>
  )
}
