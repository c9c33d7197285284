import { useModel } from '#platform/web/data/session.ts'
import { SearchSelect } from '#platform/web/forms/search-select.tsx'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import type { OptionsProps } from '../view.ts'

/** Which object the records are of. The other side gets a list of what points to it by itself. */
export default function ReferenceOptions({ object, options, onChange, errors }: OptionsProps) {
  const model = useModel()
  const to = typeof options['to'] === 'string' ? options['to'] : null
  const offered = [...model.objects.values()].filter(
    (one) => !['file', 'view', 'redirect'].includes(one.name),
  )
  const target = to === null ? undefined : model.objects.get(to)
  return (
    <SearchSelect
      label={t('Records of')}
      withAsterisk
      allowDeselect={false}
      data={offered.map((one) => ({ value: one.name, label: t(one.pluralLabel) }))}
      value={to}
      onChange={(name) => onChange({ ...options, to: name })}
      leftSection={target === undefined ? undefined : <Icon name={target.icon} size={15} />}
      error={errors['to']}
      description={
        target === undefined
          ? undefined
          : t('Each of the {others} shows its {these}.', {
              others: t(target.pluralLabel),
              these: t(object.pluralLabel),
            })
      }
    />
  )
}
