import { Checkbox, ScrollArea, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Json } from '#platform/objects/json.ts'
import { titleOf } from '#platform/web/data/changes.ts'
import { rowsQuery } from '#platform/web/data/queries.ts'
import { useModel } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'

interface RecordChooserProps {
  readonly to: string
  readonly chosen: readonly string[]
  readonly change: (chosen: Json) => void
}

/** Several records of another object, found by typing; `me` and `my team` where people and teams are meant. */
export function RecordChooser({ to, chosen, change }: RecordChooserProps) {
  const model = useModel()
  const object = model.object(to)
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim(), 120)
  const fields = [object.title.name]
  const found = useQuery(
    rowsQuery(object, { fields, sort: object.title.name, ...(words === '' ? {} : { q: words }) }, 30),
  )
  const held = useQuery({
    ...rowsQuery(object, { fields, where: { id: chosen.filter((one) => one.includes('-')) } }, 50),
    enabled: chosen.some((one) => one.includes('-')),
  })
  const special =
    to === 'user'
      ? [{ id: 'me', title: t('Me') }]
      : to === 'team'
        ? [{ id: 'my team', title: t('My team') }]
        : []
  const titled = (rows: typeof found.data) =>
    (rows?.data ?? []).map((row) => ({ id: row.id, title: titleOf(object, row) }))
  const picked = titled(held.data).filter((row) => chosen.includes(row.id))
  const rest = titled(found.data).filter((row) => !picked.some((one) => one.id === row.id))
  return (
    <Stack gap={6}>
      <TextInput
        size="xs"
        data-autofocus
        aria-label={t('Find {object}', { object: t(object.label) })}
        placeholder={t('Type to find')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ScrollArea.Autosize mah={240} type="auto">
        <Stack gap={0}>
          {[...special, ...picked, ...rest].map(({ id, title }) => (
            <Checkbox
              key={id}
              size="xs"
              py={5}
              label={title}
              checked={chosen.includes(id)}
              onChange={(event) =>
                change(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  )
}
