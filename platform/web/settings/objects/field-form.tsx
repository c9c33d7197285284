import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core'
import { Suspense, useRef, useState, type ReactNode, type SyntheticEvent } from 'react'
import type { Kind } from '#platform/fields/kind.ts'
import { views } from '#platform/fields/views.tsx'
import { fieldModel } from '#platform/objects/build-model.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { messagesOf } from '#platform/web/data/messages-of.ts'
import { say } from '#platform/web/data/undo.tsx'
import { FieldGrid } from '#platform/web/forms/field-grid.tsx'
import { focusFirstError } from '#platform/web/forms/focus-first-error.ts'
import { FormSentence } from '#platform/web/forms/form-sentence.tsx'
import { t } from '#platform/web/language/t.ts'
import forms from '#platform/web/forms/form.module.css'
import { createField, updateField } from './customize.ts'
import { FieldEnd } from './field-end.tsx'
import { FieldPreview } from './field-preview.tsx'
import styles from './objects.module.css'

interface FieldFormProps {
  readonly object: ObjectModel
  readonly kind: Kind
  readonly field: FieldModel | undefined
  readonly back: ReactNode
  readonly onClose: () => void
}

/** What a field is called, what holds for it, and the options of its kind, with the input as it will be beside. */
export function FieldForm({ object, kind, field, back, onClose }: FieldFormProps) {
  const view = views.get(kind.name)
  const [options, setOptions] = useState<JsonObject>(() => ({
    ...(field?.options as JsonObject | undefined),
    label: field?.label ?? '',
  }))
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [sentence, setSentence] = useState<string>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const set = (name: string, value: Json) => setOptions((before) => ({ ...before, [name]: value }))
  const further = Object.entries(view?.options ?? {}).map(([name, declaration]) =>
    fieldModel('', name, declaration),
  )
  const label = String(options['label'] ?? '')
  const computed = kind.computed === true

  const save = async (event: SyntheticEvent) => {
    event.preventDefault()
    setBusy(true)
    setErrors({})
    setSentence(undefined)
    try {
      const written = tidy(options)
      const { notes = [] } =
        field === undefined
          ? await createField(object.name, { ...written, kind: kind.name })
          : await updateField(object.name, field.name, changed(field, written))
      say(
        [
          field === undefined
            ? t('“{label}” is there, everywhere.', { label })
            : t('Saved “{label}”.', { label }),
          ...notes,
        ].join(' '),
      )
      onClose()
    } catch (error) {
      const said = messagesOf(error)
      setErrors(said.fields)
      const shown = new Set([
        'label',
        'help',
        'required',
        'unique',
        'choices',
        'to',
        'of',
        'fn',
        'field',
        ...further.map((one) => one.name),
      ])
      const elsewhere = Object.entries(said.fields)
        .filter(([name]) => !shown.has(name))
        .map(([, message]) => message)
      setSentence(said.sentence ?? (elsewhere.join(' ') || undefined))
      focusFirstError(form.current)
    } finally {
      setBusy(false)
    }
  }
  const flag = (name: string, text: string, about: string) => (
    <Checkbox
      size="sm"
      label={text}
      description={about}
      checked={options[name] === true}
      onChange={(event) => set(name, event.currentTarget.checked)}
      error={errors[name]}
    />
  )
  return (
    <form ref={form} className={forms['form']} onSubmit={(event) => void save(event)} noValidate>
      <FormSentence sentence={sentence} />
      <div className={styles['two']}>
        <div className={forms['form']}>
          <TextInput
            label={t('Label')}
            withAsterisk
            value={label}
            onChange={(event) => set('label', event.currentTarget.value)}
            error={errors['label']}
            data-autofocus
          />
          <TextInput
            label={t('Help')}
            description={t('A sentence below the input.')}
            value={String(options['help'] ?? '')}
            onChange={(event) => set('help', event.currentTarget.value)}
            error={errors['help']}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
          />
          {view?.Options !== undefined && (
            <Suspense fallback={<Skeleton height={90} />}>
              <view.Options object={object} options={options} onChange={setOptions} errors={errors} />
            </Suspense>
          )}
          {further.length > 0 && (
            <FieldGrid fields={further} values={options} errors={errors} onChange={set} />
          )}
          {!computed && flag('required', t('Required'), t('Nothing is saved without it.'))}
          {!computed && flag('unique', t('Unique'), t('No two records may have the same.'))}
          {flag('indexed', t('Often filtered or sorted by'), t('Stays quick with millions of records.'))}
        </div>
        <FieldPreview object={object} kind={kind} options={options} />
      </div>
      <div className={forms['foot']}>
        {back}
        {field !== undefined && <FieldEnd object={object} field={field} onClose={onClose} />}
        <div className={forms['end']}>
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={label.trim() === ''}>
            {field === undefined ? t('Add the field') : t('Save')}
          </Button>
        </div>
      </div>
    </form>
  )
}

/** Empty options are left out; choices without a label too. */
function tidy(options: JsonObject): Record<string, Json> {
  const filled = Object.entries(options).filter(
    ([, value]) => value !== null && value !== '' && value !== false,
  )
  return Object.fromEntries(
    filled.map(([name, value]) => {
      if (name !== 'choices' || !Array.isArray(value)) return [name, value]
      return [
        name,
        (value as JsonObject[]).filter(
          (one) => typeof one === 'string' || (one['value'] ?? '') !== '',
        ) as unknown as Json,
      ]
    }),
  )
}

/** Only what differs; an option that went is null. */
function changed(field: FieldModel, written: Readonly<Record<string, Json>>): Record<string, Json> {
  const before = { ...field.options, label: field.label } as Readonly<Record<string, Json>>
  const names = [...new Set([...Object.keys(before), ...Object.keys(written)])].filter(
    (name) => name !== 'kind',
  )
  const differ = names.filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(written[name] ?? null),
  )
  return Object.fromEntries(differ.map((name) => [name, written[name] ?? null]))
}
