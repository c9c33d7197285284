import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { historyQuery, timelineQuery, type Happening } from '#platform/web/data/queries.ts'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { ErrorState } from '#platform/web/ui/error-state.tsx'
import { AddBeside } from './add-beside.tsx'
import { RecordSkeleton } from './record-skeleton.tsx'
import { TimelineEntry } from './timeline-entry.tsx'
import classes from './timeline.module.css'

/** What happened, newest first: with a customer all of it, else with the record. */
export function Timeline({ object, record }: { readonly object: ObjectModel; readonly record: AnyRecord }) {
  const { id } = record
  const query = useInfiniteQuery(object.isCustomer ? timelineQuery(object, id) : historyQuery(object, id))
  if (query.isPending) return <RecordSkeleton />
  if (query.error !== null && query.data === undefined)
    return <ErrorState error={query.error} again={() => void query.refetch()} />
  const entries = query.data?.pages.flatMap((page) => page.data) ?? []
  return (
    <>
      <AddBeside object={object} record={record} />
      {entries.length === 0 && (
        <EmptyState
          icon="history"
          title={t('Nothing has happened yet')}
          text={t('Changes, notes and everything with the customer appear here.')}
        />
      )}
      {byDay(entries).map(({ day, entries: those }) => (
        <section key={day}>
          <h3 className={classes.day}>{day}</h3>
          <ol className={classes.entries}>
            {those.map((entry) => (
              <TimelineEntry key={entry.position} entry={entry} object={object} id={id} />
            ))}
          </ol>
        </section>
      ))}
      {query.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('Earlier')}
        </Button>
      )}
    </>
  )
}

function byDay(entries: readonly Happening[]): readonly { day: string; entries: readonly Happening[] }[] {
  const { locale, zone } = reader()
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: zone })
  const days = Map.groupBy(entries, (entry) => format.format(new Date(entry.at)))
  return [...days].map(([day, those]) => ({
    day: day === format.format(new Date()) ? t('Today') : day,
    entries: those,
  }))
}
