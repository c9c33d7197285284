import { Alert, Button, CopyButton, Group, Modal, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { client } from '#platform/web/data/client.ts'
import { messagesOf } from '#platform/web/data/messages-of.ts'
import { rowsQuery } from '#platform/web/data/queries.ts'
import { useModel } from '#platform/web/data/session.ts'
import { FormSentence } from '#platform/web/forms/form-sentence.tsx'
import { t } from '#platform/web/language/t.ts'
import forms from '#platform/web/forms/form.module.css'

interface NewKeyProps {
  readonly onClose: () => void
  readonly onMade: () => void
}

/** Makes a key and shows it this once. */
export function NewKey({ onClose, onMade }: NewKeyProps) {
  const roles =
    useQuery(rowsQuery(useModel().object('role'), { sort: 'name', fields: ['name'] }, 200)).data?.data ?? []
  const [name, setName] = useState('')
  const [role, setRole] = useState<string | null>(null)
  const [made, setMade] = useState<string>()
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [sentence, setSentence] = useState<string>()
  const [busy, setBusy] = useState(false)
  const make = async (event: SyntheticEvent) => {
    event.preventDefault()
    const missing = {
      ...(name.trim() === '' ? { name: t('Give the key a name.') } : {}),
      ...(role === null ? { role: t('Choose a role.') } : {}),
    }
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    setBusy(true)
    try {
      const { body } = await client.request<{ key: string }>('POST', '/settings/keys', {
        body: { name: name.trim(), role },
      })
      setMade(body.key)
      onMade()
    } catch (error) {
      const said = messagesOf(error)
      setErrors(said.fields)
      setSentence(said.sentence)
    } finally {
      setBusy(false)
    }
  }
  const shown = made !== undefined
  return (
    <Modal
      opened
      onClose={onClose}
      title={shown ? t('The new key') : t('New API key')}
      closeOnClickOutside={false}
      closeOnEscape={!shown}
    >
      {shown && (
        <>
          <Alert variant="light" color="yellow" mb="md">
            {t('Copy it now: it is shown only this once and kept as a fingerprint.')}
          </Alert>
          <Group gap={8} wrap="nowrap">
            <TextInput
              readOnly
              value={made}
              aria-label={t('API key')}
              style={{ flex: 1 }}
              styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
              onFocus={(event) => event.currentTarget.select()}
              data-autofocus
            />
            <CopyButton value={made}>
              {({ copied, copy }) => <Button onClick={copy}>{copied ? t('Copied') : t('Copy')}</Button>}
            </CopyButton>
          </Group>
          <Button mt="md" variant="default" onClick={onClose}>
            {t('I have copied it')}
          </Button>
        </>
      )}
      {!shown && (
        <form className={forms['form']} onSubmit={(event) => void make(event)} noValidate>
          <FormSentence sentence={sentence} />
          <TextInput
            label={t('Name')}
            description={t('Which program uses it, such as “Web shop”.')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errors['name']}
            withAsterisk
            data-autofocus
          />
          <Select
            label={t('Role')}
            description={t('What the program may see and do.')}
            data={roles.map((one) => ({ value: one.id, label: String(one['name']) }))}
            value={role}
            onChange={setRole}
            error={errors['role']}
            withAsterisk
          />
          <div className={forms['foot']}>
            <div className={forms['end']}>
              <Button variant="default" onClick={onClose}>
                {t('Cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {t('Make the key')}
              </Button>
            </div>
          </div>
        </form>
      )}
    </Modal>
  )
}
