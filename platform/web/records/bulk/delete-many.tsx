import { Button, Group, Modal, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FilterJson } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client } from '#platform/web/data/client.ts'
import { keyOf } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { complain, offerUndo } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'

interface DeleteManyProps {
  readonly object: ObjectModel
  readonly target: { readonly ids?: readonly string[]; readonly where?: FilterJson }
  readonly count: number
  readonly close: (done: boolean) => void
}

/** At most this many records in one transaction of the API. */
const perBatch = 1000

/** Asks before many records go to the bin. */
export function DeleteMany({ object, target, count, close }: DeleteManyProps) {
  const remove = useMutation({
    mutationFn: () => removeAll(object, target),
    onSuccess: (changes) => {
      void queryClient.invalidateQueries({ queryKey: keyOf(object) })
      offerUndo(
        changes.at(-1) ?? null,
        t('{count, plural, one {# record is} other {# records are}} in the bin.', { count }),
      )
      close(true)
    },
    onError: complain,
  })
  return (
    <Modal
      opened
      onClose={() => close(false)}
      title={t('Delete {count, plural, one {# record} other {# records}}?', { count })}
      size="sm"
    >
      <Text fz="sm">{t('They go to the bin and can be brought back for 30 days.')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => close(false)}>
          {t('Cancel')}
        </Button>
        <Button color="red" data-autofocus loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('Delete')}
        </Button>
      </Group>
    </Modal>
  )
}

async function removeAll(object: ObjectModel, target: DeleteManyProps['target']): Promise<string[]> {
  const changes: string[] = []
  const drop = async (ids: readonly string[]): Promise<void> => {
    const { change } = await client.request('POST', `/${object.plural}/batch`, {
      body: { rows: ids.map((id) => ({ delete: id })) },
    })
    if (change !== null) changes.push(change)
  }
  if (target.ids !== undefined) {
    for (let at = 0; at < target.ids.length; at += perBatch) await drop(target.ids.slice(at, at + perBatch))
    return changes
  }
  for (;;) {
    const page = await client.list(object, {
      ...(target.where === undefined ? {} : { where: target.where }),
      fields: ['id'],
      limit: 500,
      count: 'none',
    })
    if (page.data.length === 0) return changes
    await drop(page.data.map((row) => row.id))
  }
}
