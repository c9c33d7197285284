import { Button } from '@mantine/core'
import { useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import { t } from '#platform/web/language/t.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { DuplicateNotice } from './duplicate-notice.tsx'
import { FieldGrid } from './field-grid.tsx'
import { formSections, shortFormFields } from './form-fields.ts'
import { FormSentence } from './form-sentence.tsx'
import { focusFirstError } from './focus-first-error.ts'
import { useDuplicates } from './use-duplicates.ts'
import { useRecordForm, type RecordFormOptions } from './use-record-form.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import classes from './form.module.css'

interface RecordFormProps extends RecordFormOptions {
  readonly onCancel?: () => void
  /** Starts with all fields, or with the usual ones; to change a record, all are shown unless said otherwise. */
  readonly all?: boolean
  readonly onTypedChange?: (dirty: boolean) => void
}

/**
 * Creates or changes a record. The short form asks for what is required and usual; all fields are one click away.
 * Ctrl+Enter saves from anywhere.
 */
export function RecordForm({ onCancel, all: startsWithAll, ...options }: RecordFormProps) {
  const { object, record } = options
  const form = useRecordForm(options)
  const alike = useDuplicates(object, form.values, record?.id)
  const duplicates = form.refused.length > 0 ? form.refused : alike
  const [all, setAll] = useState(startsWithAll ?? record !== undefined)
  const element = useRef<HTMLFormElement>(null)

  const short = shortFormFields(object, form.fields)
  // A field the server complains of is shown, even when the short form would leave it out.
  const complained = form.fields.filter(
    (field) => form.errors[field.name] !== undefined && !short.includes(field),
  )
  const sections = all
    ? formSections(object, form.fields)
    : [{ label: null, fields: [...short, ...complained] }]
  const first = sections[0]?.fields[0]?.name
  const hasMore = form.fields.length > short.length

  const save = async () => {
    if (!(await form.save(duplicates.length > 0))) focusFirstError(element.current)
  }
  const settle = (keep: ReadonlySet<string>) => {
    form.settle(keep)
    // The button that was pressed is gone; the keyboard goes on from saving.
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[type=submit]')?.focus())
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    event.stopPropagation()
    void save()
  }
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
  }
  const label = t(object.label)
  const verb =
    record !== undefined
      ? t('Save')
      : duplicates.length > 0
        ? t('Create anyway')
        : t('Create {object}', { object: lowerFirst(label) })
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <div role="presentation" className={classes['form']} onKeyDown={key}>
        <FormSentence sentence={form.sentence} />
        {form.conflict !== undefined && (
          <ConflictNotice object={object} theirs={form.conflict} mine={form.typed} onSettle={settle} />
        )}
        {sections.map((section, at) => (
          <FieldGrid
            key={section.label ?? at}
            label={section.label}
            fields={section.fields}
            values={form.values}
            errors={form.errors}
            onChange={form.change}
            first={first}
            narrow={!all}
          />
        ))}
        <DuplicateNotice object={object} duplicates={duplicates} />
        <div className={classes['foot']}>
          {hasMore && (
            <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)}>
              {all ? t('Fewer fields') : t('All {count} fields', { count: form.fields.length })}
            </Button>
          )}
          <div className={classes['end']}>
            {onCancel !== undefined && (
              <Button variant="default" onClick={onCancel}>
                {t('Cancel')}
              </Button>
            )}
            <Button
              type="submit"
              loading={form.saving}
              disabled={form.conflict !== undefined}
              title="Ctrl+Enter"
            >
              {verb}
            </Button>
          </div>
        </div>
      </div>
    </form>
  )
}
