import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { useSession } from '#platform/web/data/session.ts'
import { fitsWords } from '#platform/web/forms/pick.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import type { ListState } from './use-list.ts'

/** Which columns are shown, and in which order. */
export function ColumnsMenu({ list }: { readonly list: ListState }) {
  const { fields, object } = list
  const all = useSession()
    .fieldsOf(object)
    .filter((field) => field.kind.internal !== true)
  const [typed, setTyped] = useState('')
  const shown = fields.flatMap((name) => all.find((field) => field.name === name) ?? [])
  const rest = all.filter((field) => !fields.includes(field.name))
  const fit = (label: string): boolean => typed === '' || fitsWords(t(label), typed)
  const move = (name: string, step: number): void => {
    const order = [...fields]
    const at = order.indexOf(name)
    order.splice(at, 1)
    order.splice(at + step, 0, name)
    list.change({ fields: order })
  }
  return (
    <Popover position="bottom-end" width={288} trapFocus>
      <Popover.Target>
        <Tooltip label={t('Columns')}>
          <ActionIcon aria-label={t('Columns')}>
            <Icon name="columns-3" />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <TextInput
          size="xs"
          mb={6}
          data-autofocus
          placeholder={t('Find a field')}
          aria-label={t('Find a field')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div style={{ maxHeight: 380, overflow: 'auto' }}>
          <Stack gap={2}>
            {shown
              .filter((field) => fit(field.label))
              .map((field) => (
                <Group key={field.name} gap={2} wrap="nowrap" justify="space-between">
                  <Checkbox
                    size="xs"
                    py={4}
                    label={t(field.label)}
                    checked
                    disabled={field.name === object.title.name || fields.length === 1}
                    onChange={() => list.change({ fields: fields.filter((name) => name !== field.name) })}
                  />
                  <Group gap={0} wrap="nowrap">
                    <ActionIcon
                      size="sm"
                      disabled={fields[0] === field.name}
                      aria-label={t('Move {field} to the left', { field: t(field.label) })}
                      onClick={() => move(field.name, -1)}
                    >
                      <Icon name="arrow-up" size={13} />
                    </ActionIcon>
                    <ActionIcon
                      size="sm"
                      disabled={fields.at(-1) === field.name}
                      aria-label={t('Move {field} to the right', { field: t(field.label) })}
                      onClick={() => move(field.name, 1)}
                    >
                      <Icon name="arrow-down" size={13} />
                    </ActionIcon>
                  </Group>
                </Group>
              ))}
            <Text fz="xs" fw={560} c="dimmed" mt={6}>
              {t('More fields')}
            </Text>
            {rest
              .filter((field) => fit(field.label))
              .map((field) => (
                <Checkbox
                  key={field.name}
                  size="xs"
                  py={4}
                  label={t(field.label)}
                  checked={false}
                  onChange={() => list.change({ fields: [...fields, field.name] })}
                />
              ))}
          </Stack>
        </div>
        <Button
          mt={8}
          fullWidth
          variant="subtle"
          size="compact-sm"
          onClick={() => list.change({ fields: list.view.fields })}
        >
          {t('As in the view')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
