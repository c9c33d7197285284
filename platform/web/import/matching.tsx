import { NativeSelect } from '@mantine/core'
import type { ObjectModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'
import type { ImportPreview } from './import-api.ts'
import type { Import } from './use-import.ts'
import classes from './import.module.css'

interface MatchingProps {
  readonly object: ObjectModel
  readonly state: Import
  readonly preview: ImportPreview
}

/** Whether rows may be about records that are there, how they are found, and what is done with them. */
export function Matching({ object, state, preview }: MatchingProps) {
  const { plan } = state
  const used = Object.values(plan.mapping ?? {}).flatMap((path) =>
    path === null ? [] : [path.split('.')[0]!],
  )
  const keys = preview.fields.filter((field) => used.includes(field.name) && mayFind(object, field.name))
  const records = t(object.pluralLabel)
  return (
    <div className={classes['matching']}>
      <NativeSelect
        label={t('{records} that are there already', { records })}
        size="xs"
        w={260}
        value={plan.key ?? ''}
        data={[
          { value: '', label: t('Not looked for: every row is new') },
          ...keys.map((field) => ({
            value: field.name,
            label: t('Found by {field}', { field: t(field.label) }),
          })),
        ]}
        onChange={(event) =>
          state.change({ key: event.currentTarget.value === '' ? null : event.currentTarget.value })
        }
      />
      {plan.key !== null && (
        <NativeSelect
          label={t('What is found')}
          size="xs"
          w={220}
          value={plan.existing}
          data={[
            { value: 'update', label: t('is changed to what the file says') },
            { value: 'skip', label: t('stays as it is') },
          ]}
          onChange={(event) => state.change({ existing: event.currentTarget.value as 'update' | 'skip' })}
        />
      )}
      {object.duplicates.length > 0 && (
        <NativeSelect
          label={t('New rows that look like duplicates')}
          size="xs"
          w={220}
          value={plan.duplicates}
          data={[
            { value: 'reject', label: t('are set aside') },
            { value: 'create', label: t('are created all the same') },
          ]}
          onChange={(event) => state.change({ duplicates: event.currentTarget.value as 'reject' | 'create' })}
        />
      )}
    </div>
  )
}

/** What names one record: unique fields, addresses, the title. */
function mayFind(object: ObjectModel, name: string): boolean {
  const field = object.fields.get(name)
  if (field === undefined || field.relation !== undefined) return false
  return (
    field.options.unique === true ||
    field === object.title ||
    (field.options.indexed === true && field.kind.family === 'text')
  )
}
