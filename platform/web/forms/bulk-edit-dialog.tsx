import { Button, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import type { FilterJson, Json } from '#platform/objects/json.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { client } from '#platform/web/data/client.ts'
import { messagesOf } from '#platform/web/data/messages-of.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { checkValues } from './check-values.ts'
import { FieldChooser } from './field-chooser.tsx'
import { FieldInput } from './field-input.tsx'
import { enterableFields } from './form-fields.ts'
import { FormSentence } from './form-sentence.tsx'
import classes from './form.module.css'

interface BulkEditDialogProps {
  readonly object: ObjectModel
  /** Which records: these, or all that fit. */
  readonly ids?: readonly string[] | undefined
  readonly where?: FilterJson | undefined
  readonly count: number
  /** Preset, for “assign”. */
  readonly field?: string | undefined
  /** The work goes on in the background; the job tells how far it is. */
  readonly onStarted: (job: string, change: string | null) => void
  readonly onClose: () => void
}

/** One field, one value, many records. */
export function BulkEditDialog({
  object,
  ids,
  where,
  count,
  field: preset,
  onStarted,
  onClose,
}: BulkEditDialogProps) {
  const session = useSession()
  const fields = enterableFields(session, object, false).filter((field) => field.options.unique !== true)
  const [field, setField] = useState<FieldModel | null>(
    () => fields.find((one) => one.name === preset) ?? null,
  )
  const [value, setValue] = useState<Json>(null)
  const [empty, setEmpty] = useState(false)
  const [error, setError] = useState<string>()
  const [sentence, setSentence] = useState<string>()
  const [busy, setBusy] = useState(false)
  const required = field?.options.required === true

  const start = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (field === null) return
    const given = empty ? null : value
    const wrong = checkValues([field], { [field.name]: given })[field.name]
    setError(
      wrong ?? (!empty && given === null ? t('Give a value, or choose to empty the field.') : undefined),
    )
    if (wrong !== undefined || (!empty && given === null)) return
    setBusy(true)
    try {
      const selection = ids === undefined ? { where: where ?? {} } : { ids }
      const answer = await client.request<{ job?: string; id?: string }>('POST', `/${object.plural}/bulk`, {
        body: { ...selection, changes: { [field.name]: given } },
      })
      onStarted(answer.body.job ?? answer.body.id ?? '', answer.change)
    } catch (thrown) {
      const said = messagesOf(thrown)
      setError(said.fields[field.name])
      setSentence(said.sentence)
    } finally {
      setBusy(false)
    }
  }
  const title = t('Change {count, plural, one {# record} other {# records}}', { count })
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="md"
      transitionProps={{ duration: 100 }}
      closeOnClickOutside={false}
    >
      <form className={classes['form']} onSubmit={(event) => void start(event)} noValidate>
        <FormSentence sentence={sentence} />
        <FieldChooser
          label={t('Field')}
          fields={fields}
          value={field}
          autoFocus={preset === undefined}
          onChange={(next) => {
            setField(next)
            setValue(null)
            setEmpty(false)
            setError(undefined)
          }}
        />
        {field !== null && (
          <Stack gap={8}>
            {!required && (
              <Radio.Group
                value={empty ? 'empty' : 'set'}
                onChange={(next) => setEmpty(next === 'empty')}
                aria-label={t('What to do')}
              >
                <Stack gap={6}>
                  <Radio size="xs" value="set" label={t('Set to a value')} />
                  <Radio size="xs" value="empty" label={t('Empty it')} />
                </Stack>
              </Radio.Group>
            )}
            {!empty && (
              <FieldInput
                key={field.name}
                field={field}
                value={value}
                error={error}
                onChange={setValue}
                autoFocus={preset !== undefined}
              />
            )}
          </Stack>
        )}
        <Text size="xs" c="dimmed">
          {t('Rules and rights apply to each record. You can undo the whole change.')}
        </Text>
        <div className={classes['foot']}>
          <div className={classes['end']}>
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={field === null}>
              {title}
            </Button>
          </div>
        </div>
      </form>
    </Modal>
  )
}
