import { useInfiniteQuery } from '@tanstack/react-query'
import { listQuery } from '#platform/web/data/queries.ts'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { shownList } from './shown-list.ts'
import type { ListState } from './use-list.ts'
import classes from './list-screen.module.css'

/** “8,800”, or “about 1.2 million” where counting on would cost more than the list. */
export function ListCount({ list }: { readonly list: ListState }) {
  const { data } = useInfiniteQuery({
    ...listQuery(list.object, shownList(list)),
    enabled: list.layout === 'table',
  })
  const page = data?.pages[0]?.page
  if (list.layout !== 'table' || page?.count === null || page?.count === undefined) return null
  return <span className={classes.count}>{countText(page.count, page.countIs)}</span>
}

export function countText(count: number, countIs: string | null): string {
  const { locale } = reader()
  if (countIs !== 'estimate') return count.toLocaleString(locale)
  const rounded = new Intl.NumberFormat(locale, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: 2,
  })
  return t('about {count}', { count: rounded.format(count) })
}
