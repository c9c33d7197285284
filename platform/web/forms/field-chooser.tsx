import type { FieldModel } from '#platform/objects/model.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { SearchSelect } from './search-select.tsx'
import { t } from '#platform/web/language/t.ts'

interface FieldChooserProps {
  readonly label: string
  readonly fields: readonly FieldModel[]
  readonly value: FieldModel | null
  readonly onChange: (field: FieldModel | null) => void
  readonly autoFocus?: boolean
}

/** A field of an object, found by its label. */
export function FieldChooser({ label, fields, value, onChange, autoFocus }: FieldChooserProps) {
  return (
    <SearchSelect
      label={label}
      placeholder={t('Type to find')}
      data={fields.map((field) => ({ value: field.name, label: t(field.label) }))}
      value={value?.name ?? null}
      onChange={(name) => onChange(fields.find((field) => field.name === name) ?? null)}
      leftSection={value === null ? undefined : <Icon name={value.kind.icon} size={15} />}
      nothingFoundMessage={t('No field fits.')}
      {...(autoFocus === true ? { 'data-autofocus': true } : {})}
    />
  )
}
