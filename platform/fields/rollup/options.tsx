import { Select } from '@mantine/core'
import { useModel } from '#platform/web/data/session.ts'
import { SearchSelect } from '#platform/web/forms/search-select.tsx'
import { t } from '#platform/web/language/t.ts'
import type { OptionsProps } from '../view.ts'

const functions = [
  { value: 'count', label: 'How many' },
  { value: 'sum', label: 'Sum' },
  { value: 'avg', label: 'Average' },
  { value: 'min', label: 'Least or first' },
  { value: 'max', label: 'Greatest or last' },
]

/** Over which related records, what is done with them, and of which of their fields. */
export default function RollupOptions({ object, options, onChange, errors }: OptionsProps) {
  const model = useModel()
  const text = (name: string): string | null => (typeof options[name] === 'string' ? options[name] : null)
  const related = [
    ...[...object.children.values()].map((one) => ({
      value: one.name,
      label: t(one.label),
      object: one.object,
    })),
    ...[...object.fields.values()].flatMap((field) =>
      field.relation?.many === true
        ? [{ value: field.name, label: t(field.label), object: field.relation.to }]
        : [],
    ),
  ]
  const chosen = related.find((one) => one.value === text('of'))
  const figures =
    chosen === undefined
      ? []
      : [...model.object(chosen.object).fields.values()].filter((field) =>
          ['number', 'time'].includes(field.kind.family),
        )
  const fn = text('fn')
  return (
    <>
      <SearchSelect
        label={t('Over which records')}
        withAsterisk
        allowDeselect={false}
        data={related.map(({ value, label }) => ({ value, label }))}
        value={text('of')}
        onChange={(of) => onChange({ ...options, of, field: null })}
        error={errors['of']}
      />
      <Select
        mt="sm"
        label={t('What')}
        withAsterisk
        allowDeselect={false}
        data={functions.map(({ value, label }) => ({ value, label: t(label) }))}
        value={fn}
        onChange={(next) => onChange({ ...options, fn: next })}
        error={errors['fn']}
      />
      {fn !== null && fn !== 'count' && (
        <Select
          mt="sm"
          label={t('Of which field')}
          withAsterisk
          allowDeselect={false}
          data={figures.map((field) => ({ value: field.name, label: t(field.label) }))}
          value={text('field')}
          onChange={(field) => onChange({ ...options, field })}
          error={errors['field']}
        />
      )}
    </>
  )
}
