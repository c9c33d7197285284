import { Badge, Button, Skeleton, Switch, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Search, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '#platform/fields/user/avatar.tsx'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { rowsQuery } from '#platform/web/data/queries.ts'
import { useModel } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { ErrorState } from '#platform/web/ui/error-state.tsx'
import { LastChange } from '../last-change.tsx'
import { PageHead } from '../page-head.tsx'
import classes from '../settings.module.css'
import { AddPerson } from './add-person.tsx'
import { PersonDialog } from './person-dialog.tsx'

const fields = ['name', 'email', 'role', 'team', 'job_title', 'active', 'version']

export default function PeoplePage() {
  const object = useModel().object('user')
  const [former, setFormer] = useState(false)
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 150)
  const [adding, setAdding] = useState(false)
  const [open, setOpen] = useState<string>()
  const where = former ? {} : { active: true }
  const { data, error, refetch, isPending } = useQuery(
    rowsQuery(object, { where, sort: 'name', fields, ...(q === '' ? {} : { q }) }, 500),
  )
  const people = data?.data ?? []
  return (
    <>
      <PageHead
        title={t('People')}
        about={t('Everyone who works here and may sign in. A role says what they may see and do.')}
      >
        <Button leftSection={<UserPlus size={15} />} onClick={() => setAdding(true)}>
          {t('Add person')}
        </Button>
      </PageHead>
      <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16, marginBottom: 8 }}>
        <TextInput
          size="xs"
          w={240}
          leftSection={<Search size={14} />}
          placeholder={t('Find a person')}
          aria-label={t('Find a person')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Switch
          size="xs"
          label={t('Also former ones')}
          checked={former}
          onChange={(event) => setFormer(event.currentTarget.checked)}
        />
      </div>
      {error !== null && <ErrorState error={error} again={() => void refetch()} />}
      {isPending && <Skeleton height={200} />}
      {data !== undefined && people.length === 0 && <EmptyState icon="users" title={t('Nobody fits.')} />}
      {people.length > 0 && (
        <div className={classes['scroll']}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th>{t('Name')}</th>
                <th>{t('E-mail')}</th>
                <th>{t('Role')}</th>
                <th>{t('Team')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <PersonRow key={person.id} person={person} onOpen={() => setOpen(person.id)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LastChange object={object} />
      {adding && <AddPerson object={object} onClose={() => setAdding(false)} />}
      {open !== undefined && <PersonDialog object={object} id={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function PersonRow({ person, onOpen }: { readonly person: AnyRecord; readonly onOpen: () => void }) {
  const name = String(person['name'] ?? '')
  const link = (value: unknown): string => (value as { title?: string } | null)?.title ?? '–'
  return (
    <tr>
      <td>
        <span style={{ display: 'flex', alignItems: 'center', gap: 9 }}>
          <Avatar name={name} size={24} />
          <button type="button" className={classes['nameButton']} onClick={onOpen}>
            {name}
          </button>
          {person['active'] === false && (
            <Badge size="sm" radius="sm" tt="none" fw={500} variant="light" color="gray">
              {t('Inactive')}
            </Badge>
          )}
        </span>
      </td>
      <td>{String(person['email'] ?? '')}</td>
      <td>{link(person['role'])}</td>
      <td>{link(person['team'])}</td>
    </tr>
  )
}
