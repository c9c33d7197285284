import { NativeSelect } from '@mantine/core'
import { labelOf } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { useModel } from '#platform/web/data/session.ts'
import { SearchSelect } from '#platform/web/forms/search-select.tsx'
import { t } from '#platform/web/language/t.ts'
import type { FileColumn, TargetField } from './import-api.ts'
import classes from './import.module.css'

interface ColumnTargetProps {
  readonly object: ObjectModel
  readonly column: FileColumn
  readonly fields: readonly TargetField[]
  readonly value: string | null
  /** Fields that have a column already. */
  readonly taken: ReadonlySet<string>
  readonly onChange: (path: string | null) => void
}

/** The field that a column goes to; for references also what the text in the file names them by. */
export function ColumnTarget({ object, column, fields, value, taken, onChange }: ColumnTargetProps) {
  const model = useModel()
  const [name = null, match = ''] = value === null ? [] : value.split('.', 2)
  const field = fields.find((one) => one.name === name)
  const target = name === null ? undefined : object.fields.get(name)?.relation?.to
  const label = (by: string): string =>
    t((target === undefined ? undefined : model.objects.get(target)?.fields.get(by)?.label) ?? labelOf(by))
  return (
    <div className={classes['target']}>
      <SearchSelect
        size="xs"
        style={{ flex: 1 }}
        aria-label={t('“{column}” goes to', { column: column.header })}
        placeholder={t('Left out')}
        clearable
        data={fields.map((one) => ({
          value: one.name,
          label: one.required ? `${t(one.label)} *` : t(one.label),
          disabled: taken.has(one.name) && one.name !== name,
        }))}
        value={name}
        onChange={onChange}
        nothingFoundMessage={t('No field fits.')}
      />
      {field !== undefined && field.matchable.length > 1 && (
        <NativeSelect
          size="xs"
          w={118}
          aria-label={t('Found by')}
          value={match === '' ? field.matchable[0]! : match}
          data={field.matchable.map((by) => ({ value: by, label: t('by {field}', { field: label(by) }) }))}
          onChange={(event) => onChange(`${field.name}.${event.currentTarget.value}`)}
        />
      )}
    </div>
  )
}
