import { Button, Modal, Skeleton, Switch, Text } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client, type AnyRecord } from '#platform/web/data/client.ts'
import { sentenceOf } from '#platform/web/data/messages-of.ts'
import { keyOf } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { enterableFields } from './form-fields.ts'
import { FormSentence } from './form-sentence.tsx'
import { MergeTable } from './merge-table.tsx'
import { differs, firstTaken, mergedValue, type Taken } from './merge-values.ts'
import classes from './form.module.css'

interface MergeDialogProps {
  readonly object: ObjectModel
  /** Two to five records. */
  readonly ids: readonly string[]
  readonly onMerged: (kept: AnyRecord, change: string | null) => void
  readonly onClose: () => void
}

/** Several records side by side: which one stays, and whose value counts, field by field, with the result beside. */
export function MergeDialog({ object, ids, onMerged, onClose }: MergeDialogProps) {
  const session = useSession()
  const reads = useQueries({
    queries: ids.map((id) => ({
      queryKey: keyOf(object, 'one', id),
      queryFn: () => client.read(object, id),
    })),
  })
  const records = reads.flatMap((read) => (read.data === undefined ? [] : [read.data as AnyRecord]))
  const [keep, setKeep] = useState(ids[0]!)
  const [chosen, setChosen] = useState<Readonly<Record<string, Taken>>>({})
  const [every, setEvery] = useState(false)
  const [sentence, setSentence] = useState<string>()
  const [busy, setBusy] = useState(false)

  const ready = records.length === ids.length
  const enterable = enterableFields(session, object, false)
  const different = ready ? enterable.filter((field) => differs(field, records)) : []
  const taken = (name: string): Taken => chosen[name] ?? firstTaken(object.fields.get(name)!, records, keep)
  const failed = reads.find((read) => read.error !== null)?.error

  const merge = async () => {
    setBusy(true)
    const kept = records.find((record) => record.id === keep)
    const values = Object.fromEntries(
      different.flatMap((field) => {
        const value = mergedValue(field, records, taken(field.name))
        return JSON.stringify(value) === JSON.stringify(kept?.[field.name] ?? null)
          ? []
          : [[field.name, value]]
      }),
    )
    try {
      const body = { keep, others: ids.filter((id) => id !== keep), values }
      const answer = await client.request<AnyRecord>('POST', `/${object.plural}/merge`, { body })
      void queryClient.invalidateQueries({ queryKey: ['records'] })
      onMerged(answer.body, answer.change)
    } catch (error) {
      setSentence(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      title={t('Merge {count} {objects}', { count: ids.length, objects: lowerFirst(t(object.pluralLabel)) })}
      closeOnClickOutside={false}
      transitionProps={{ duration: 100 }}
    >
      <div className={classes['form']}>
        <FormSentence sentence={sentence ?? (failed ? sentenceOf(failed) : undefined)} />
        {!ready && failed === undefined && <Skeleton height={220} width={640} maw="100%" />}
        {ready && (
          <>
            <MergeTable
              object={object}
              records={records}
              fields={every ? enterable : different}
              keep={keep}
              onKeep={setKeep}
              taken={taken}
              onTake={(name, whose) => setChosen({ ...chosen, [name]: whose })}
            />
            <Switch
              size="xs"
              checked={every}
              onChange={(event) => setEvery(event.currentTarget.checked)}
              label={t('Also show fields that are the same')}
            />
            <Text size="xs" c="dimmed" maw={640}>
              {t(
                'Everything that belongs to the others (activities, deals, files …) moves to the one that stays. The others go to the bin. You can undo this.',
              )}
            </Text>
          </>
        )}
        <div className={classes['foot']}>
          <div className={classes['end']}>
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button loading={busy} disabled={!ready} onClick={() => void merge()}>
              {t('Merge into one')}
            </Button>
          </div>
        </div>
      </div>
    </Modal>
  )
}
