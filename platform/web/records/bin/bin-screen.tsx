import { Button, Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { complain } from '#platform/web/data/undo.tsx'
import { restoreRecord } from '#platform/web/data/changes.ts'
import { binQuery } from '#platform/web/data/queries.ts'
import { useSession } from '#platform/web/data/session.ts'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { useAddress, useChangeAddress } from '#platform/web/shell/address.ts'
import { readableObjects } from '#platform/web/shell/visible-objects.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { ErrorState } from '#platform/web/ui/error-state.tsx'
import { Icon } from '#platform/web/ui/icon.tsx'
import { usePageTitle } from '#platform/web/ui/use-page-title.ts'
import { GridSkeleton } from '../grid/grid-skeleton.tsx'
import { PurgeButton } from './purge-button.tsx'
import classes from './bin.module.css'

/** What was deleted in the last 30 days: back to its place, or gone for good. */
export function BinScreen() {
  const session = useSession()
  const { object: name } = useAddress()
  const change = useChangeAddress()
  const object = name === undefined ? undefined : session.model.objects.get(name)
  const query = useInfiniteQuery(binQuery(object))
  const rows = query.data?.pages.flatMap((page) => page.data) ?? []
  const { locale, zone } = reader()
  usePageTitle(t('Bin'))
  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <Icon name="trash-2" size={17} />
        <h1 className={classes.title}>{t('Bin')}</h1>
        <span className={classes.hint}>{t('Kept for 30 days')}</span>
        <Select
          size="xs"
          ml="auto"
          w={190}
          clearable
          searchable
          aria-label={t('Which records')}
          placeholder={t('Everything')}
          value={name ?? null}
          onChange={(next) => change({ object: next ?? undefined })}
          data={readableObjects(session)
            .filter((one) => !one.appendOnly)
            .map((one) => ({ value: one.name, label: t(one.pluralLabel) }))}
        />
      </header>
      {query.isPending && <GridSkeleton />}
      {query.error !== null && <ErrorState error={query.error} again={() => void query.refetch()} />}
      {query.data !== undefined && rows.length === 0 && (
        <EmptyState
          icon="trash-2"
          title={t('The bin is empty')}
          text={t('What is deleted waits here before it is gone for good.')}
        />
      )}
      {rows.length > 0 && (
        <ul className={classes.rows}>
          {rows.map((row) => {
            const of = session.model.objects.get(row.object)
            return of === undefined ? null : (
              <li key={row.id} className={classes.row}>
                <Icon name={of.icon} size={16} />
                <span className={classes.name}>{row.title ?? t('Untitled')}</span>
                <span className={classes.kind}>{t(of.label)}</span>
                <time className={classes.when} dateTime={row.deleted_at}>
                  {new Date(row.deleted_at).toLocaleString(locale, {
                    dateStyle: 'medium',
                    timeStyle: 'short',
                    timeZone: zone,
                  })}
                </time>
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<Icon name="archive-restore" size={14} />}
                  onClick={() => void restoreRecord(of, row.id).catch(complain)}
                >
                  {t('Restore')}
                </Button>
                {session.may(of, 'delete') && <PurgeButton object={of} row={row} />}
              </li>
            )
          })}
          {query.hasNextPage && (
            <li>
              <Button variant="subtle" size="compact-sm" onClick={() => void query.fetchNextPage()}>
                {t('More')}
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
