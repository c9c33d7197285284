import { Alert, Button } from '@mantine/core'
import type { ObjectModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'
import { ColumnTarget } from './column-target.tsx'
import { Constants } from './constants.tsx'
import { Counts } from './counts.tsx'
import { DialectLine } from './dialect-line.tsx'
import type { ImportPreview } from './import-api.ts'
import { Matching } from './matching.tsx'
import type { Import } from './use-import.ts'
import classes from './import.module.css'

interface ColumnsStepProps {
  readonly object: ObjectModel
  readonly state: Import
  readonly preview: ImportPreview
}

/** Which column goes to which field: guessed, shown with samples, open to change. */
export function ColumnsStep({ object, state, preview }: ColumnsStepProps) {
  const { plan } = state
  const mapping = plan.mapping ?? {}
  const used = new Set(Object.values(mapping).flatMap((path) => (path === null ? [] : [path.split('.')[0]!])))
  const missing = preview.fields.filter(
    (field) => field.required && !used.has(field.name) && !(field.name in plan.constants),
  )
  return (
    <>
      <DialectLine state={state} preview={preview} />
      {state.wasRemembered && (
        <p className={classes['quiet']}>{t('As you decided for the last file with these columns.')}</p>
      )}
      <div className={classes['scroll']}>
        <table className={`${classes['table']} ${classes['stacked']}`}>
          <thead>
            <tr>
              <th>{t('Column of the file')}</th>
              <th>{t('Samples')}</th>
              <th>{t('Goes to')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.map((column) => (
              <tr key={column.header}>
                <td className={classes['header']}>{column.header}</td>
                <td>
                  <div className={classes['samples']} title={column.samples.join(' · ')}>
                    {column.filled === 0 ? t('always empty') : column.samples.slice(0, 3).join(' · ')}
                  </div>
                </td>
                <td>
                  <ColumnTarget
                    object={object}
                    column={column}
                    fields={preview.fields}
                    value={mapping[column.header] ?? null}
                    taken={used}
                    onChange={(path) => state.change({ mapping: { ...mapping, [column.header]: path } })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Matching object={object} state={state} preview={preview} />
      <Constants object={object} state={state} preview={preview} />
      {missing.length > 0 && (
        <Alert color="yellow" variant="light" p="xs">
          {t(
            '{count, plural, one {This field is required and no column goes to it:} other {These fields are required and no column goes to them:}} {fields}',
            { count: missing.length, fields: missing.map((field) => t(field.label)).join(', ') },
          )}
        </Alert>
      )}
      <div className={classes['foot']}>
        <Counts preview={preview} busy={state.checking} />
        <div className={classes['end']}>
          <Button variant="default" onClick={state.again}>
            {t('Another file')}
          </Button>
          <Button
            loading={state.checking}
            disabled={used.size === 0}
            onClick={() => state.setStep('problems')}
          >
            {t('Go on')}
          </Button>
        </div>
      </div>
    </>
  )
}
