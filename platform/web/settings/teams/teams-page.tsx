import { ActionIcon, Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { rowsQuery } from '#platform/web/data/queries.ts'
import { useModel } from '#platform/web/data/session.ts'
import { offerUndo } from '#platform/web/data/undo.tsx'
import { CreateDialog } from '#platform/web/forms/create-dialog.tsx'
import type { FormValues } from '#platform/web/forms/first-values.ts'
import { t } from '#platform/web/language/t.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { ErrorState } from '#platform/web/ui/error-state.tsx'
import { LastChange } from '../last-change.tsx'
import { PageHead } from '../page-head.tsx'
import { RecordDialog } from '../record-dialog.tsx'
import classes from '../settings.module.css'
import { teamTree } from './team-tree.ts'

export default function TeamsPage() {
  const model = useModel()
  const object = model.object('team')
  const { data, error, refetch } = useQuery(
    rowsQuery(object, { sort: 'name', fields: ['name', 'parent', 'manager', 'description'] }, 500),
  )
  const people =
    useQuery(rowsQuery(model.object('user'), { where: { active: true }, fields: ['name', 'team'] }, 500)).data
      ?.data ?? []
  const [making, setMaking] = useState<FormValues>()
  const [open, setOpen] = useState<string>()
  const title = (value: unknown): string => (value as { title?: string } | null)?.title ?? '–'
  const members = (id: string): number =>
    people.filter((person) => (person['team'] as { id?: string } | null)?.id === id).length
  return (
    <>
      <PageHead
        title={t('Teams')}
        about={t('Who leads a team sees what belongs to the teams below it, where a role says “team”.')}
      >
        <Button leftSection={<Plus size={15} />} onClick={() => setMaking({})}>
          {t('New team')}
        </Button>
      </PageHead>
      {error !== null && <ErrorState error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={200} />}
      {data?.data.length === 0 && (
        <EmptyState
          icon="network"
          title={t('No teams yet')}
          text={t(
            'Small firms need none. With teams, roles can say what a team sees of its own and what of others.',
          )}
        />
      )}
      {data !== undefined && data.data.length > 0 && (
        <div className={classes['scroll']}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th>{t('Team')}</th>
                <th>{t('Led by')}</th>
                <th>{t('Members')}</th>
                <th aria-label={t('More')} />
              </tr>
            </thead>
            <tbody>
              {teamTree(data.data).map(({ team, depth }) => (
                <tr key={team.id}>
                  <td style={{ paddingLeft: 10 + depth * 22 }}>
                    {depth > 0 && (
                      <span className={classes['quiet']} aria-hidden>
                        └{' '}
                      </span>
                    )}
                    <button type="button" className={classes['nameButton']} onClick={() => setOpen(team.id)}>
                      {String(team['name'])}
                    </button>
                    {typeof team['description'] === 'string' && (
                      <span className={classes['quiet']}> {team['description']}</span>
                    )}
                  </td>
                  <td>{title(team['manager'])}</td>
                  <td>{members(team.id)}</td>
                  <td>
                    <ActionIcon
                      size="sm"
                      aria-label={t('New team below {name}', { name: String(team['name']) })}
                      onClick={() => setMaking({ parent: { id: team.id, title: String(team['name']) } })}
                    >
                      <Plus size={14} />
                    </ActionIcon>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LastChange object={object} />
      {making !== undefined && (
        <CreateDialog
          object={object}
          values={making}
          onClose={() => setMaking(undefined)}
          onCreated={(made, change) => {
            offerUndo(change, t('Created “{title}”.', { title: String(made['name']) }))
            setMaking(undefined)
          }}
        />
      )}
      {open !== undefined && <RecordDialog object={object} id={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
