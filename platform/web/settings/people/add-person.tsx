import { Button, Modal } from '@mantine/core'
import { useRef, useState, type SyntheticEvent } from 'react'
import type { Json } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client } from '#platform/web/data/client.ts'
import { messagesOf } from '#platform/web/data/messages-of.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { checkValues } from '#platform/web/forms/check-values.ts'
import { FieldGrid } from '#platform/web/forms/field-grid.tsx'
import type { FormValues } from '#platform/web/forms/first-values.ts'
import { focusFirstError } from '#platform/web/forms/focus-first-error.ts'
import { FormSentence } from '#platform/web/forms/form-sentence.tsx'
import { t } from '#platform/web/language/t.ts'
import forms from '#platform/web/forms/form.module.css'
import { InvitationLink } from './invitation-link.tsx'

interface AddPersonProps {
  readonly object: ObjectModel
  readonly onClose: () => void
}

/** Adds somebody and gives the link with which they choose a password. */
export function AddPerson({ object, onClose }: AddPersonProps) {
  const fields = ['name', 'email', 'role', 'team'].flatMap((name) => {
    const field = object.fields.get(name)
    // Nobody may come in without a role.
    return field === undefined
      ? []
      : [name === 'role' ? { ...field, options: { ...field.options, required: true } } : field]
  })
  const [values, setValues] = useState<FormValues>({})
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [sentence, setSentence] = useState<string>()
  const [invitation, setInvitation] = useState<string | null>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const name = String(values['name'] ?? '')

  const add = async (event: SyntheticEvent) => {
    event.preventDefault()
    const wrong = checkValues(fields, values)
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return focusFirstError(form.current)
    setBusy(true)
    try {
      const { body } = await client.request<{ invitation: string | null }>('POST', '/settings/people', {
        body: { ...values, role: idOf(values['role']), team: idOf(values['team']) },
      })
      void queryClient.invalidateQueries({ queryKey: ['records'] })
      setInvitation(body.invitation)
    } catch (error) {
      const said = messagesOf(error)
      setErrors(said.fields)
      setSentence(said.sentence)
      focusFirstError(form.current)
    } finally {
      setBusy(false)
    }
  }
  const done = invitation !== undefined
  return (
    <Modal
      opened
      onClose={onClose}
      title={done ? t('{name} has been added', { name }) : t('Add person')}
      size="md"
      closeOnClickOutside={false}
    >
      {typeof invitation === 'string' && <InvitationLink path={invitation} name={name} />}
      {invitation === null && <p>{t('{name} has an account already and can sign in with it.', { name })}</p>}
      {done && <Button onClick={onClose}>{t('Done')}</Button>}
      {!done && (
        <form ref={form} className={forms['form']} onSubmit={(event) => void add(event)} noValidate>
          <FormSentence sentence={sentence} />
          <FieldGrid
            narrow
            fields={fields}
            values={values}
            errors={errors}
            first="name"
            onChange={(field: string, value: Json) => setValues((before) => ({ ...before, [field]: value }))}
          />
          <div className={forms['foot']}>
            <div className={forms['end']}>
              <Button variant="default" onClick={onClose}>
                {t('Cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {t('Add and make an invitation')}
              </Button>
            </div>
          </div>
        </form>
      )}
    </Modal>
  )
}

const idOf = (value: Json | undefined): Json =>
  typeof value === 'object' && value !== null && 'id' in value ? (value['id'] ?? null) : (value ?? null)
