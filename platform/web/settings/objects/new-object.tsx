import { Button, Modal, Switch, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { messagesOf } from '#platform/web/data/messages-of.ts'
import { FormSentence } from '#platform/web/forms/form-sentence.tsx'
import { t } from '#platform/web/language/t.ts'
import forms from '#platform/web/forms/form.module.css'
import { createObject } from './customize.ts'
import { IconChooser } from './icon-chooser.tsx'

interface NewObjectProps {
  readonly onClose: () => void
  readonly onMade: (name: string) => void
}

/** An object of the firm's own; it starts with a name, all else is added as fields. */
export function NewObject({ onClose, onMade }: NewObjectProps) {
  const [label, setLabel] = useState('')
  const [plural, setPlural] = useState<string | null>(null)
  const [icon, setIcon] = useState('box')
  const [customer, setCustomer] = useState(false)
  const [owned, setOwned] = useState(true)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [sentence, setSentence] = useState<string>()
  const [busy, setBusy] = useState(false)
  const shownPlural = plural ?? (label === '' ? '' : `${label}s`)
  const make = async (event: SyntheticEvent) => {
    event.preventDefault()
    setBusy(true)
    setErrors({})
    setSentence(undefined)
    try {
      const { name } = await createObject({
        label: label.trim(),
        plural_label: shownPlural.trim(),
        icon,
        customer,
        owned,
      })
      onMade(name)
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
    <Modal opened onClose={onClose} title={t('New object')} closeOnClickOutside={false}>
      <form className={forms['form']} onSubmit={(event) => void make(event)} noValidate>
        <FormSentence sentence={sentence} />
        <TextInput
          label={t('One of them is called')}
          placeholder={t('Machine')}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          error={errors['label']}
          withAsterisk
          data-autofocus
        />
        <TextInput
          label={t('Several are called')}
          placeholder={t('Machines')}
          value={shownPlural}
          onChange={(event) => setPlural(event.currentTarget.value)}
          error={errors['plural_label'] ?? errors['plural']}
          withAsterisk
        />
        <IconChooser value={icon} onChange={setIcon} />
        <Switch
          label={t('Belongs to a customer')}
          description={t('Has a company or a person and stands in their timeline. Decided for good.')}
          checked={customer}
          onChange={(event) => setCustomer(event.currentTarget.checked)}
        />
        <Switch
          label={t('Someone is responsible')}
          description={t(
            'Has an owner and a team, so that roles can say “own” and “team”. Decided for good.',
          )}
          checked={owned}
          onChange={(event) => setOwned(event.currentTarget.checked)}
        />
        <div className={forms['foot']}>
          <div className={forms['end']}>
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={label.trim() === ''}>
              {t('Make the object')}
            </Button>
          </div>
        </div>
      </form>
    </Modal>
  )
}
