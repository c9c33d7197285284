import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { rowsQuery } from '#platform/web/data/queries.ts'
import { useModel } from '#platform/web/data/session.ts'
import { offerUndo } from '#platform/web/data/undo.tsx'
import { CreateDialog } from '#platform/web/forms/create-dialog.tsx'
import { t } from '#platform/web/language/t.ts'
import { ErrorState } from '#platform/web/ui/error-state.tsx'
import { LastChange } from '../last-change.tsx'
import { PageHead } from '../page-head.tsx'
import type { SettingsPageProps } from '../settings-pages.ts'
import classes from '../settings.module.css'
import { RoleEditor } from './role-editor.tsx'

export default function RolesPage({ rest }: SettingsPageProps) {
  const model = useModel()
  const object = model.object('role')
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(
    rowsQuery(object, { sort: 'name', fields: ['name', 'description', 'permissions'] }, 200),
  )
  const people =
    useQuery(rowsQuery(model.object('user'), { where: { active: true }, fields: ['name', 'role'] }, 500)).data
      ?.data ?? []
  const [making, setMaking] = useState(false)
  const members = (id: string): number =>
    people.filter((person) => (person['role'] as { id?: string } | null)?.id === id).length
  const open = (id: string) => void navigate({ to: `/settings/roles/${id}` as string })
  if (rest !== '') {
    return (
      <>
        <Link to={'/settings/roles' as string} style={{ fontSize: 12, color: 'var(--ink-soft)' }}>
          {t('Roles')}
        </Link>
        <RoleEditor
          key={rest}
          id={rest}
          onGone={() => data !== undefined && !data.data.some((role) => role.id === rest) && open('')}
        />
      </>
    )
  }
  return (
    <>
      <PageHead
        title={t('Roles')}
        about={t(
          'A role says what its people may see, create, change and delete: nothing, their own, their team’s, or all.',
        )}
      >
        <Button leftSection={<Plus size={15} />} onClick={() => setMaking(true)}>
          {t('New role')}
        </Button>
      </PageHead>
      {error !== null && <ErrorState error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={160} />}
      {data !== undefined && (
        <div className={classes['scroll']}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th>{t('Role')}</th>
                <th>{t('What for')}</th>
                <th>{t('People')}</th>
              </tr>
            </thead>
            <tbody>
              {data.data.map((role) => (
                <tr key={role.id}>
                  <td>
                    <button type="button" className={classes['nameButton']} onClick={() => open(role.id)}>
                      {String(role['name'])}
                    </button>
                  </td>
                  <td className={classes['quiet']}>{String(role['description'] ?? '')}</td>
                  <td>{members(role.id)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LastChange object={object} />
      {making && (
        <CreateDialog
          object={object}
          onClose={() => setMaking(false)}
          onCreated={(made, change) => {
            offerUndo(change, t('Created “{title}”.', { title: String(made['name']) }))
            setMaking(false)
            open(made.id)
          }}
        />
      )}
    </>
  )
}
