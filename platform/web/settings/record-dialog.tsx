import { Button, Modal, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client } from '#platform/web/data/client.ts'
import { recordQuery } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { complain, offerUndo } from '#platform/web/data/undo.tsx'
import { RecordForm } from '#platform/web/forms/record-form.tsx'
import { t } from '#platform/web/language/t.ts'

interface RecordDialogProps {
  readonly object: ObjectModel
  readonly id: string
  readonly onClose: () => void
}

/** Changes or deletes one of the records that settings are made of. */
export function RecordDialog({ object, id, onClose }: RecordDialogProps) {
  const { data: record } = useQuery(recordQuery(object, id))
  const title = String(record?.[object.title.name] ?? '')
  const remove = async () => {
    try {
      const { change } = await client.remove(object, id)
      void queryClient.invalidateQueries({ queryKey: ['records'] })
      offerUndo(change, t('“{title}” is in the bin.', { title }))
      onClose()
    } catch (error) {
      complain(error)
    }
  }
  return (
    <Modal opened onClose={onClose} size="md" title={title} closeOnClickOutside={false}>
      {record === undefined && <Skeleton height={200} />}
      {record !== undefined && (
        <>
          <RecordForm
            object={object}
            record={record}
            all={false}
            onCancel={onClose}
            onSaved={(_, change) => {
              offerUndo(change, t('Saved “{title}”.', { title }))
              onClose()
            }}
          />
          <Button variant="subtle" color="red" mt="sm" onClick={() => void remove()}>
            {t('Delete')}
          </Button>
        </>
      )}
    </Modal>
  )
}
