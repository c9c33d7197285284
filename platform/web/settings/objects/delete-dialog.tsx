import { Alert, Button, Group, Modal, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { sentenceOf } from '#platform/web/data/messages-of.ts'
import { say } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'
import { remove } from './customize.ts'

interface DeleteDialogProps {
  readonly object: string
  /** Left out: the object itself. */
  readonly field?: string
  readonly what: string
  readonly onClose: () => void
  readonly onDeleted: () => void
}

/** Says in the server's words what would be lost, before it is. */
export function DeleteDialog({ object, field, what, onClose, onDeleted }: DeleteDialogProps) {
  const warning = useQuery({
    queryKey: ['settings', 'delete', object, field ?? null],
    queryFn: () => remove(object, field, false),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const problem = error ?? warning.error
  const confirm = async () => {
    setBusy(true)
    try {
      const answer = await remove(object, field, true)
      say(answer.detail)
      onClose()
      onDeleted()
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={t('Delete “{what}”?', { what })}>
      {warning.isPending && <Skeleton height={70} />}
      {warning.data !== undefined && (
        <Alert variant="light" color="red" icon={<TriangleAlert size={18} />}>
          {warning.data.detail}
        </Alert>
      )}
      {problem !== null && (
        <Alert variant="light" color="yellow" mt="xs" role="alert">
          {sentenceOf(problem)}
        </Alert>
      )}
      <Group justify="flex-end" gap={8} mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('Cancel')}
        </Button>
        <Button
          color="red"
          loading={busy}
          disabled={warning.data === undefined}
          onClick={() => void confirm()}
        >
          {t('Delete for good')}
        </Button>
      </Group>
    </Modal>
  )
}
