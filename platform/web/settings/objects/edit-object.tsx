import { Button, Modal, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import type { ObjectModel } from '#platform/objects/model.ts'
import { messagesOf } from '#platform/web/data/messages-of.ts'
import { FormSentence } from '#platform/web/forms/form-sentence.tsx'
import { t } from '#platform/web/language/t.ts'
import forms from '#platform/web/forms/form.module.css'
import { updateObject } from './customize.ts'
import { IconChooser } from './icon-chooser.tsx'

/** What an object of the firm's own is called. Its name in the API stays. */
export function EditObject({
  object,
  onClose,
}: {
  readonly object: ObjectModel
  readonly onClose: () => void
}) {
  const [values, setValues] = useState({
    label: object.label,
    plural_label: object.pluralLabel,
    icon: object.icon,
  })
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [sentence, setSentence] = useState<string>()
  const [busy, setBusy] = useState(false)
  const save = async (event: SyntheticEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await updateObject(object.name, values)
      onClose()
    } catch (error) {
      const said = messagesOf(error)
      setErrors(said.fields)
      setSentence(said.sentence)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={t('Rename “{what}”', { what: object.pluralLabel })}>
      <form className={forms['form']} onSubmit={(event) => void save(event)} noValidate>
        <FormSentence sentence={sentence} />
        <TextInput
          label={t('One of them is called')}
          value={values.label}
          onChange={(event) => setValues({ ...values, label: event.currentTarget.value })}
          error={errors['label']}
          data-autofocus
        />
        <TextInput
          label={t('Several are called')}
          value={values.plural_label}
          onChange={(event) => setValues({ ...values, plural_label: event.currentTarget.value })}
          error={errors['plural_label']}
        />
        <IconChooser value={values.icon} onChange={(icon) => setValues({ ...values, icon })} />
        <div className={forms['foot']}>
          <div className={forms['end']}>
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('Save')}
            </Button>
          </div>
        </div>
      </form>
    </Modal>
  )
}
