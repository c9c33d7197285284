import { Checkbox, NativeSelect } from '@mantine/core'
import { labelOf } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'
import type { ObjectPermission } from './permissions.ts'
import styles from './roles.module.css'

interface ObjectDetailsProps {
  readonly object: ObjectModel
  readonly permission: ObjectPermission
  readonly onChange: (change: ObjectPermission) => void
}

const everywhere = [
  { name: 'import', label: 'Import' },
  { name: 'export', label: 'Export' },
  { name: 'bulk', label: 'Change many at once' },
  { name: 'merge', label: 'Merge' },
]

/** Fields that are hidden or read-only for the role, and what it may do beside the four verbs. */
export function ObjectDetails({ object, permission, onChange }: ObjectDetailsProps) {
  const actions = [
    ...everywhere,
    ...[...object.actions.values()].map((action) => ({
      name: action.name,
      label: action.label ?? labelOf(action.name),
    })),
  ]
  const setField = (name: string, value: string) => {
    const { [name]: _before, ...others } = permission.fields ?? {}
    onChange({ fields: value === '' ? others : { ...others, [name]: value as 'hidden' | 'read_only' } })
  }
  const setAction = (name: string, allowed: boolean | undefined) => {
    const { [name]: _before, ...others } = permission.actions ?? {}
    onChange({ actions: allowed === undefined ? others : { ...others, [name]: allowed } })
  }
  const fields = [...object.fields.values()].filter(
    (field) => field.name !== 'id' && field.name !== 'version' && field !== object.title,
  )
  return (
    <>
      <p style={{ margin: '0 0 4px', fontWeight: 550 }}>{t('Actions')}</p>
      <div className={styles['columns']}>
        {actions.map(({ name, label }) => {
          const said = permission.actions?.[name]
          return (
            <div key={name} className={styles['line']}>
              <Checkbox
                size="xs"
                label={t(label)}
                checked={said === true}
                indeterminate={said === undefined}
                onChange={() => setAction(name, said === undefined ? true : said ? false : undefined)}
                aria-description={said === undefined ? t('follows “Change”') : undefined}
              />
            </div>
          )
        })}
      </div>
      <p style={{ margin: '10px 0 4px', fontWeight: 550 }}>{t('Fields')}</p>
      <div className={styles['columns']}>
        {fields.map((field) => (
          <div key={field.name} className={styles['line']}>
            <span>{t(field.label)}</span>
            <NativeSelect
              size="xs"
              variant="unstyled"
              w={104}
              aria-label={t(field.label)}
              value={permission.fields?.[field.name] ?? ''}
              data={[
                { value: '', label: t('Visible') },
                { value: 'read_only', label: t('Read only') },
                { value: 'hidden', label: t('Hidden') },
              ]}
              onChange={(event) => setField(field.name, event.currentTarget.value)}
            />
          </div>
        ))}
      </div>
    </>
  )
}
