import { Button, Modal, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import type { ActionDeclaration } from '#platform/objects/define-action.ts'
import { labelOf } from '#platform/objects/label.ts'
import type { Json } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client, type AnyRecord, type Target } from '#platform/web/data/client.ts'
import { messagesOf } from '#platform/web/data/messages-of.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { checkValues } from './check-values.ts'
import { FieldGrid } from './field-grid.tsx'
import { firstValues, type FormValues } from './first-values.ts'
import { focusFirstError } from './focus-first-error.ts'
import { FormSentence } from './form-sentence.tsx'
import { inputFields } from './input-fields.ts'
import classes from './form.module.css'

interface ActionDialogProps {
  readonly action: ActionDeclaration
  /** Null for an action that concerns no object. */
  readonly object: ObjectModel | null
  readonly target: Target
  /** The record it is done to: its values of the same names are offered. */
  readonly record?: AnyRecord | undefined
  /** Said above the form, such as how many records it concerns. */
  readonly note?: string
  readonly onDone: (answer: unknown, change: string | null) => void
  readonly onClose: () => void
}

/** Asks what an action wants to know, and whether it is meant. */
export function ActionDialog({ action, object, target, record, note, onDone, onClose }: ActionDialogProps) {
  const { me } = useSession()
  const fields = inputFields(action)
  const [values, setValues] = useState<FormValues>(() => ({
    ...offeredBy(
      record,
      fields.map((field) => field.name),
    ),
    ...firstValues(fields, me),
  }))
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [sentence, setSentence] = useState<string>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const phone = useMediaQuery('(max-width: 40em)')
  const label = t(action.label ?? labelOf(action.name))

  const perform = async () => {
    const wrong = checkValues(fields, values)
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return focusFirstError(form.current)
    setBusy(true)
    try {
      const { answer, change } = await client.perform(object, action.name, target, values)
      if (object !== null) void queryClient.invalidateQueries({ queryKey: ['records'] })
      onDone(answer, change)
    } catch (error) {
      const said = messagesOf(error)
      setErrors(said.fields)
      const elsewhere = Object.entries(said.fields).filter(
        ([name]) => !fields.some((field) => field.name === name),
      )
      setSentence(said.sentence ?? (elsewhere.map(([, message]) => message).join(' ') || undefined))
      focusFirstError(form.current)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!busy) void perform()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={label}
      size="md"
      fullScreen={phone === true && fields.length > 3}
      closeOnClickOutside={fields.length === 0}
      transitionProps={{ duration: 100 }}
    >
      <form ref={form} onSubmit={submit} noValidate>
        <div
          role="presentation"
          className={classes['form']}
          onKeyDown={(event: KeyboardEvent) =>
            event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit(event)
          }
        >
          {action.confirm !== undefined && <Text size="sm">{t(action.confirm)}</Text>}
          {note !== undefined && (
            <Text size="sm" c="dimmed">
              {note}
            </Text>
          )}
          <FormSentence sentence={sentence} />
          {fields.length > 0 && (
            <FieldGrid
              narrow
              fields={fields}
              values={values}
              errors={errors}
              first={fields[0]?.name}
              onChange={(name: string, value: Json) => {
                setValues((before) => ({ ...before, [name]: value }))
                setErrors(({ [name]: _gone, ...rest }) => rest)
              }}
            />
          )}
          <div className={classes['foot']}>
            <div className={classes['end']}>
              <Button variant="default" onClick={onClose}>
                {t('Cancel')}
              </Button>
              <Button
                type="submit"
                loading={busy}
                {...(fields.length === 0 ? { 'data-autofocus': true } : {})}
              >
                {label}
              </Button>
            </div>
          </div>
        </div>
      </form>
    </Modal>
  )
}

function offeredBy(record: AnyRecord | undefined, names: readonly string[]): FormValues {
  if (record === undefined) return {}
  return Object.fromEntries(
    names.flatMap((name) => ((record[name] ?? null) === null ? [] : [[name, record[name] as Json]])),
  )
}
