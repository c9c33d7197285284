import { Button, Checkbox, Group, Popover, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#platform/web/data/client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { complain, offerUndo } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'
import type { ListState } from './use-list.ts'
import { savedView } from './views.ts'

/** Appears once the list differs from its view: save it there, or as a view of its own. */
export function SaveView({ list }: { readonly list: ListState }) {
  const { me, model } = useSession()
  const views = model.objects.get('view')
  const queryClient = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [given, setGiven] = useState({ name: '', shared: false, first: false })
  const { object, view, definition } = list
  const after = () => queryClient.invalidateQueries({ queryKey: ['records', 'view'] })
  const update = useMutation({
    mutationFn: () =>
      client.update(views!, view.saved!.id, { definition: { ...definition, first: view.saved!.first } }),
    onSuccess: async ({ change }) => {
      await after()
      list.choose(view)
      offerUndo(change, t('View “{view}” saved.', { view: view.label }))
    },
    onError: complain,
  })
  const create = useMutation({
    mutationFn: () =>
      client.create(views!, {
        name: given.name.trim(),
        object: object.name,
        layout: definition.layout,
        shared: given.shared,
        definition: { ...definition, first: given.first },
      }),
    onSuccess: async ({ answer, change }) => {
      setOpened(false)
      await after()
      list.choose(savedView(answer))
      offerUndo(change, t('View “{view}” saved.', { view: given.name }))
    },
    onError: complain,
  })
  if (views === undefined || !list.changed) return null
  return (
    <Group gap={4} wrap="nowrap">
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => list.reset()}>
        {t('Reset')}
      </Button>
      {view.saved?.owner === me.id && (
        <Button size="compact-xs" variant="subtle" loading={update.isPending} onClick={() => update.mutate()}>
          {t('Save')}
        </Button>
      )}
      <Popover opened={opened} onChange={setOpened} position="bottom-start" width={280} trapFocus>
        <Popover.Target>
          <Button size="compact-xs" variant="light" onClick={() => setOpened(!opened)}>
            {t('Save as view')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (given.name.trim() !== '') create.mutate()
            }}
          >
            <Stack gap="xs">
              <TextInput
                data-autofocus
                label={t('Name')}
                value={given.name}
                onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
              />
              <Checkbox
                size="xs"
                label={t('Everyone may see it')}
                checked={given.shared}
                onChange={(event) => setGiven({ ...given, shared: event.currentTarget.checked })}
              />
              <Checkbox
                size="xs"
                label={t('Show it first to me')}
                checked={given.first}
                onChange={(event) => setGiven({ ...given, first: event.currentTarget.checked })}
              />
              <Button type="submit" loading={create.isPending} disabled={given.name.trim() === ''}>
                {t('Save')}
              </Button>
            </Stack>
          </form>
        </Popover.Dropdown>
      </Popover>
    </Group>
  )
}
