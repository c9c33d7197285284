import { lazy, Suspense } from 'react'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { keyOf } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { offerUndo } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'
import type { OfferedAction } from '../actions/offered-actions.ts'
import type { ListState } from '../list/use-list.ts'
import { DeleteMany } from './delete-many.tsx'
import { followJob } from './follow-job.tsx'

const BulkEditDialog = lazy(async () => ({
  default: (await import('#platform/web/forms/bulk-edit-dialog.tsx')).BulkEditDialog,
}))
const ActionDialog = lazy(async () => ({
  default: (await import('#platform/web/forms/action-dialog.tsx')).ActionDialog,
}))
const MergeDialog = lazy(async () => ({
  default: (await import('#platform/web/forms/merge-dialog.tsx')).MergeDialog,
}))

export type BulkTask =
  | { readonly do: 'edit'; readonly field?: string }
  | { readonly do: 'act'; readonly action: OfferedAction }
  | { readonly do: 'merge' }
  | { readonly do: 'delete' }

interface BulkDialogsProps {
  readonly task: BulkTask
  readonly list: ListState
  /** The chosen ones; undefined for all that fit. */
  readonly ids: readonly string[] | undefined
  readonly count: number
  readonly rows: readonly AnyRecord[]
  readonly close: (done: boolean) => void
}

export function BulkDialogs({ task, list, ids, count, rows, close }: BulkDialogsProps) {
  const { object, where } = list
  const target = ids === undefined ? { where } : { ids }
  if (task.do === 'delete') return <DeleteMany object={object} target={target} count={count} close={close} />
  if (task.do === 'merge') {
    return (
      <Suspense>
        <MergeDialog
          object={object}
          ids={rows.map((row) => row.id)}
          onClose={() => close(false)}
          onMerged={(_kept, change) => {
            offerUndo(change, t('{count} records merged into one.', { count: rows.length }))
            close(true)
          }}
        />
      </Suspense>
    )
  }
  if (task.do === 'edit') {
    return (
      <Suspense>
        <BulkEditDialog
          object={object}
          ids={ids}
          where={ids === undefined ? where : undefined}
          count={count}
          field={task.field}
          onClose={() => close(false)}
          onStarted={(job, change) => {
            followJob(
              object,
              job,
              change,
              t('{count, plural, one {# record} other {# records}} changed.', { count }),
            )
            close(true)
          }}
        />
      </Suspense>
    )
  }
  return (
    <Suspense>
      <ActionDialog
        action={task.action.declaration}
        object={object}
        target={target}
        note={t('{count, plural, one {# record} other {# records}}', { count })}
        onClose={() => close(false)}
        onDone={(_answer, change) => {
          offerUndo(
            change,
            t('{action}: {count, plural, one {# record} other {# records}}.', {
              action: task.action.label,
              count,
            }),
          )
          void queryClient.invalidateQueries({ queryKey: keyOf(object) })
          close(true)
        }}
      />
    </Suspense>
  )
}
