import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Problem } from '#platform/objects/problem.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { titleOf } from '#platform/web/data/changes.ts'
import { recordQuery } from '#platform/web/data/queries.ts'
import { t } from '#platform/web/language/t.ts'
import { recordPath } from '#platform/web/shell/address.ts'
import { useRecent } from '#platform/web/shell/remembered.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { ErrorState } from '#platform/web/ui/error-state.tsx'
import { usePageTitle } from '#platform/web/ui/use-page-title.ts'
import { DeletedNote } from './deleted-note.tsx'
import { RecordDetails } from './record-details.tsx'
import { RecordHead } from './record-head.tsx'
import { RecordSkeleton } from './record-skeleton.tsx'
import { RelatedLists } from './related-lists.tsx'
import { Timeline } from './timeline.tsx'
import classes from './record.module.css'

export interface RecordViewProps {
  readonly object: ObjectModel
  readonly id: string
  /** On a page of its own, not beside a list. */
  readonly whole?: boolean
  readonly close?: () => void
  /** Called when the record was deleted here. */
  readonly gone: () => void
  readonly go: (id: string) => void
}

type Part = 'details' | 'timeline' | 'related'

/** Who it is, its values, what happened, what belongs to it. One component for page, side panel and phone. */
export function RecordView(props: RecordViewProps) {
  const { object, id } = props
  const { data, error, refetch } = useQuery(recordQuery(object, id))
  const record = data?.['deleted_at'] ? { ...data, can: { update: false, delete: false } } : data
  const [part, setPart] = useState<Part>('details')
  const title = record === undefined ? '' : titleOf(object, record)
  usePageTitle(props.whole === true ? title : t(object.pluralLabel))
  const { visit } = useRecent()
  useEffect(() => {
    if (title !== '') visit({ title, icon: object.icon, href: recordPath(object.plural, id) })
    // A visit is noted when the record is known or renamed, not when the list of visits changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, title])
  if (error instanceof Problem && error.status === 404) {
    return (
      <EmptyState
        icon="archive"
        title={t('This {object} is not here any more', { object: t(object.label).toLowerCase() })}
        text={t('Somebody deleted it, or you may not see it. Deleted records are in the bin for 30 days.')}
      />
    )
  }
  if (error !== null && record === undefined) return <ErrorState error={error} again={() => void refetch()} />
  if (record === undefined) return <RecordSkeleton />
  const parts =
    object.children.size > 0
      ? (['details', 'timeline', 'related'] as const)
      : (['details', 'timeline'] as const)
  const names: Record<Part, string> = {
    details: t('Details'),
    timeline: t('Timeline'),
    related: t('Related'),
  }
  return (
    <div className={classes.record} data-part={part}>
      <RecordHead {...props} record={record} />
      <DeletedNote object={object} record={record} />
      <SegmentedControl
        className={classes.parts}
        size="xs"
        aria-label={t('Part')}
        value={part}
        onChange={(next) => setPart(next as Part)}
        data={parts.map((value) => ({ value, label: names[value] }))}
      />
      <div className={classes.body}>
        <section className={classes.details} aria-label={names.details}>
          <RecordDetails object={object} record={record} />
        </section>
        <section className={classes.timeline} aria-label={names.timeline}>
          <Timeline object={object} record={record} />
        </section>
        {object.children.size > 0 && (
          <section className={classes.related} aria-label={names.related}>
            <RelatedLists object={object} record={record} />
          </section>
        )}
      </div>
    </div>
  )
}
