import { useState, type ReactNode } from 'react'
import type { ObjectModel } from '#platform/objects/model.ts'
import { useModel, useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { LevelSelect } from './level-select.tsx'
import { ObjectDetails } from './object-details.tsx'
import { verbs, withDefault, withObject, type ObjectPermission, type Permissions } from './permissions.ts'
import styles from './roles.module.css'

interface RoleMatrixProps {
  readonly permissions: Permissions
  readonly onChange: (permissions: Permissions) => void
}

/** Objects down, verbs across; the first row holds for all that says nothing else. */
export function RoleMatrix({ permissions, onChange }: RoleMatrixProps) {
  const model = useModel()
  const { modules } = useSession()
  const [open, setOpen] = useState<string>()
  const objects = [...model.objects.values()].filter((object) => object.name !== 'redirect')
  const areas = [...new Set(objects.map((object) => object.module))]
  const usual = permissions.default ?? {}
  return (
    <div style={{ overflowX: 'auto' }}>
      <table className={styles['matrix']}>
        <thead>
          <tr>
            <th scope="col">{t('Object')}</th>
            {verbs.map(({ verb, label }) => (
              <th key={verb} scope="col">
                {t(label)}
              </th>
            ))}
            <th aria-label={t('More')} />
          </tr>
        </thead>
        <tbody>
          <tr className={styles['default']}>
            <th scope="row">{t('All that says nothing else')}</th>
            {verbs.map(({ verb, label }) => (
              <td key={verb}>
                <LevelSelect
                  label={t(label)}
                  value={usual[verb]}
                  otherwise={undefined}
                  onChange={(level) =>
                    onChange(withDefault(permissions, { [verb]: level } as ObjectPermission))
                  }
                />
              </td>
            ))}
            <td style={{ color: 'var(--ink-soft)', fontSize: 12 }}>{t('and objects still to come')}</td>
          </tr>
          {areas.map((area) => (
            <AreaRows key={area} label={t(modules.find((one) => one.name === area)?.label ?? 'Own objects')}>
              {objects
                .filter((object) => object.module === area)
                .map((object) => (
                  <ObjectRow
                    key={object.name}
                    object={object}
                    permission={permissions.objects?.[object.name] ?? {}}
                    usual={usual}
                    open={open === object.name}
                    onToggle={() => setOpen(open === object.name ? undefined : object.name)}
                    onChange={(change) => onChange(withObject(permissions, object.name, change))}
                  />
                ))}
            </AreaRows>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AreaRows({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <tr className={styles['area']}>
        <th colSpan={6} scope="rowgroup">
          {label}
        </th>
      </tr>
      {children}
    </>
  )
}

interface ObjectRowProps {
  readonly object: ObjectModel
  readonly permission: ObjectPermission
  readonly usual: ObjectPermission
  readonly open: boolean
  readonly onToggle: () => void
  readonly onChange: (change: ObjectPermission) => void
}

function ObjectRow({ object, permission, usual, open, onToggle, onChange }: ObjectRowProps) {
  const said = Object.keys(permission.fields ?? {}).length + Object.keys(permission.actions ?? {}).length
  return (
    <>
      <tr>
        <th scope="row">
          <span className={styles['object']}>
            <Icon name={object.icon} size={15} />
            {t(object.pluralLabel)}
          </span>
        </th>
        {verbs.map(({ verb, label }) => (
          <td key={verb}>
            <LevelSelect
              label={`${t(object.pluralLabel)}: ${t(label)}`}
              value={permission[verb]}
              otherwise={usual[verb] ?? 'none'}
              onChange={(level) => onChange({ [verb]: level } as ObjectPermission)}
            />
          </td>
        ))}
        <td>
          <button type="button" className={styles['more']} aria-expanded={open} onClick={onToggle}>
            {said === 0 ? t('Fields and actions') : t('Fields and actions ({count})', { count: said })}
          </button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={6} className={styles['details']}>
            <ObjectDetails object={object} permission={permission} onChange={onChange} />
          </td>
        </tr>
      )}
    </>
  )
}
