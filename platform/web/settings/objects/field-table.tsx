import { Badge } from '@mantine/core'
import type { FieldModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import classes from '../settings.module.css'
import styles from './objects.module.css'

interface FieldTableProps {
  readonly fields: readonly FieldModel[]
  readonly onOpen: (field: FieldModel) => void
}

export function FieldTable({ fields, onOpen }: FieldTableProps) {
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th>{t('Field')}</th>
            <th>{t('Kind')}</th>
            <th className={classes['wideOnly']}>{t('Name in the API')}</th>
            <th>{t('Marks')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <td>
                <button type="button" className={classes['nameButton']} onClick={() => onOpen(field)}>
                  {t(field.label)}
                </button>
                {field.options.help !== undefined && (
                  <div className={classes['quiet']} style={{ fontSize: 12 }}>
                    {t(field.options.help)}
                  </div>
                )}
              </td>
              <td style={{ whiteSpace: 'nowrap' }}>
                <span style={{ display: 'inline-flex', alignItems: 'center', gap: 7 }}>
                  <Icon name={field.kind.icon} size={15} />
                  {t(field.kind.label)}
                </span>
              </td>
              <td className={classes['wideOnly']}>
                <code>{field.name}</code>
              </td>
              <td>
                <span className={styles['marks']}>
                  {marks(field).map((mark) => (
                    <Badge
                      key={mark}
                      size="sm"
                      radius="sm"
                      tt="none"
                      fw={500}
                      variant="light"
                      color={mark === t('Own') ? 'petrol' : 'gray'}
                    >
                      {mark}
                    </Badge>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function marks({ custom, options, kind }: FieldModel): string[] {
  return [
    ...(custom ? [t('Own')] : []),
    ...(options.required === true ? [t('Required')] : []),
    ...(options.unique === true ? [t('Unique')] : []),
    ...(kind.computed === true ? [t('Computed')] : []),
    ...(options.retired === true ? [t('Retired')] : []),
  ]
}
