import { ActionIcon, Button, Group, Modal, Text, Tooltip } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client } from '#platform/web/data/client.ts'
import type { Binned } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { complain, say } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'

/** Removes a record for good, once that was confirmed: the one thing that cannot be undone. */
export function PurgeButton({ object, row }: { readonly object: ObjectModel; readonly row: Binned }) {
  const [asked, setAsked] = useState(false)
  const purge = useMutation({
    mutationFn: () => client.request('POST', `/${object.plural}/${row.id}/purge`, { body: {} }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['bin'] })
      say(t('Gone for good.'))
    },
    onError: complain,
  })
  const label = t('Delete “{title}” for good', { title: row.title ?? t('Untitled') })
  return (
    <>
      <Tooltip label={t('Delete for good')}>
        <ActionIcon aria-label={label} onClick={() => setAsked(true)}>
          <Icon name="x" size={15} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={asked} onClose={() => setAsked(false)} title={label} size="sm">
        <Text fz="sm">{t('This cannot be undone.')}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" data-autofocus onClick={() => setAsked(false)}>
            {t('Cancel')}
          </Button>
          <Button color="red" loading={purge.isPending} onClick={() => purge.mutate()}>
            {t('Delete for good')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
