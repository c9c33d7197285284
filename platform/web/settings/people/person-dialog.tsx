import { Button, Group, Modal, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client } from '#platform/web/data/client.ts'
import { recordQuery } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { complain, offerUndo } from '#platform/web/data/undo.tsx'
import { RecordForm } from '#platform/web/forms/record-form.tsx'
import { t } from '#platform/web/language/t.ts'
import { InvitationLink } from './invitation-link.tsx'

interface PersonDialogProps {
  readonly object: ObjectModel
  readonly id: string
  readonly onClose: () => void
}

/** One person: what is known, a new invitation, and the way out of the firm. */
export function PersonDialog({ object, id, onClose }: PersonDialogProps) {
  const { me } = useSession()
  const { data: person } = useQuery(recordQuery(object, id))
  const [link, setLink] = useState<string>()
  const active = person?.['active'] !== false

  const switchActive = async () => {
    try {
      const { change } = active
        ? await client.request('POST', `/settings/people/${id}/deactivate`, { body: {} })
        : await client.update(object, id, { active: true })
      void queryClient.invalidateQueries({ queryKey: ['records'] })
      const name = String(person?.['name'] ?? '')
      offerUndo(
        change,
        active ? t('{name} can no longer sign in.', { name }) : t('{name} may sign in again.', { name }),
      )
      onClose()
    } catch (error) {
      complain(error)
    }
  }
  const invite = async () => {
    try {
      const { body } = await client.request<{ invitation: string }>(
        'POST',
        `/settings/people/${id}/invitation`,
        { body: {} },
      )
      setLink(body.invitation)
    } catch (error) {
      complain(error)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={String(person?.['name'] ?? '')}
      closeOnClickOutside={false}
    >
      {person === undefined && <Skeleton height={300} />}
      {person !== undefined && (
        <>
          {link !== undefined && <InvitationLink path={link} name={String(person['name'])} />}
          <Group gap={8} mb="md">
            <Button variant="default" onClick={() => void invite()}>
              {t('New link to choose a password')}
            </Button>
            {person.id !== me.id && (
              <Button variant="default" color={active ? 'red' : 'petrol'} onClick={() => void switchActive()}>
                {active ? t('Deactivate') : t('Activate again')}
              </Button>
            )}
            {active && person.id !== me.id && (
              <Text size="xs" c="dimmed">
                {t('Deactivating ends all sessions; the records stay.')}
              </Text>
            )}
          </Group>
          <RecordForm
            object={object}
            record={person}
            onCancel={onClose}
            onSaved={(saved, change) => {
              offerUndo(change, t('Saved “{title}”.', { title: String(saved['name'] ?? '') }))
              onClose()
            }}
          />
        </>
      )}
    </Modal>
  )
}
