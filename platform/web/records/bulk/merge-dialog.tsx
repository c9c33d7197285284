import { Button, Group, Modal, Radio, Table, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Json } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { sameJson } from '#platform/objects/same-json.ts'
import { linkAsId, titleOf } from '#platform/web/data/changes.ts'
import { client, type AnyRecord } from '#platform/web/data/client.ts'
import { keyOf } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { complain, offerUndo } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'
import { isEmpty, ShowValue } from '../show-value.tsx'

interface MergeDialogProps {
  readonly object: ObjectModel
  readonly rows: readonly AnyRecord[]
  readonly close: (done: boolean) => void
}

/** Which record is kept, and where they differ which value it has in the end. */
export function MergeDialog({ object, rows, close }: MergeDialogProps) {
  const session = useSession()
  const ids = rows.map((row) => row.id)
  const { data } = useQuery({
    queryKey: keyOf(object, 'whole', ids),
    queryFn: async () => (await client.list(object, { where: { id: ids }, limit: 100, count: 'none' })).data as readonly AnyRecord[],
  })
  const records = data ?? []
  const [keep, setKeep] = useState(ids[0]!)
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({})
  const fields = session.fieldsOf(object).filter((field) => session.mayChange(field))
  const differing = fields.filter((field) => records.some((record) => !sameJson(record[field.name] ?? null, records[0]?.[field.name] ?? null)))
  const sourceOf = (name: string): string => picked[name] ?? bestSource(records, keep, name)
  const merge = useMutation({
    mutationFn: () => {
      const values = Object.fromEntries(
        differing.flatMap(({ name }) => {
          const from = sourceOf(name)
          return from === keep ? [] : [[name, linkAsId((records.find((record) => record.id === from)?.[name] ?? null) as Json)]]
        }),
      )
      return client.request('POST', `/${object.plural}/merge`, { body: { keep, others: ids.filter((id) => id !== keep), values } })
    },
    onSuccess: ({ change }) => {
      void queryClient.invalidateQueries({ queryKey: ['records'] })
      offerUndo(change, t('{count} records merged into one.', { count: ids.length }))
      close(true)
    },
    onError: complain,
  })
  return (
    <Modal opened onClose={() => close(false)} title={t('Merge {count} records', { count: ids.length })} size="xl">
      <Text fz="sm" c="dimmed" mb="sm">{t('One record stays; what pointed to the others points to it. Choose a value where they differ.')}</Text>
      <Table.ScrollContainer minWidth={420} mah="60dvh">
        <Table verticalSpacing={6} fz="sm" withRowBorders>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('Keep')}</Table.Th>
              {records.map((record) => (
                <Table.Th key={record.id}>
                  <Radio size="xs" checked={keep === record.id} onChange={() => setKeep(record.id)} label={titleOf(object, record)} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.map((field) => (
              <Table.Tr key={field.name}>
                <Table.Th fw={500} c="dimmed">{t(field.label)}</Table.Th>
                {records.map((record) => (
                  <Table.Td key={record.id}>
                    <Radio
                      size="xs"
                      aria-label={t('{field} of {title}', { field: t(field.label), title: titleOf(object, record) })}
                      checked={sourceOf(field.name) === record.id}
                      onChange={() => setPicked({ ...picked, [field.name]: record.id })}
                      label={isEmpty(record[field.name]) ? <Text span fz="sm" c="dimmed">{t('empty')}</Text> : <ShowValue field={field} value={record[field.name]} />}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => close(false)}>{t('Cancel')}</Button>
        <Button loading={merge.isPending} disabled={records.length < 2} onClick={() => merge.mutate()}>{t('Merge')}</Button>
      </Group>
    </Modal>
  )
}

/** The kept record's value, else the first that is filled. */
function bestSource(records: readonly AnyRecord[], keep: string, name: string): string {
  const kept = records.find((record) => record.id === keep)
  if (!isEmpty(kept?.[name])) return keep
  return records.find((record) => !isEmpty(record[name]))?.id ?? keep
}
