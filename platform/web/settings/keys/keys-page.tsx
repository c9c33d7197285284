import { Badge, Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import type { Link } from '#platform/objects/define-object.ts'
import { client } from '#platform/web/data/client.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { complain, say } from '#platform/web/data/undo.tsx'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { ErrorState } from '#platform/web/ui/error-state.tsx'
import { ConfirmButton } from '../confirm-button.tsx'
import { PageHead } from '../page-head.tsx'
import classes from '../settings.module.css'
import { NewKey } from './new-key.tsx'

interface Key {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly role: Link | null
  readonly created_by: Link | null
  readonly created_at: string
  readonly last_used_at: string | null
  readonly revoked_at: string | null
}

const key = ['settings', 'keys']

export default function KeysPage() {
  const [making, setMaking] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => (await client.request<{ data: readonly Key[] }>('GET', '/settings/keys')).body.data,
  })
  const again = () => void queryClient.invalidateQueries({ queryKey: key })
  const revoke = async (id: string) => {
    try {
      await client.request('DELETE', `/settings/keys/${id}`)
      say(t('The key no longer works.'))
      again()
    } catch (thrown) {
      complain(thrown)
    }
  }
  const date = (at: string | null): string =>
    at === null
      ? t('never')
      : new Intl.DateTimeFormat(reader().locale, { dateStyle: 'medium' }).format(new Date(at))
  return (
    <>
      <PageHead
        title={t('API keys')}
        about={t(
          'A key lets another program in, with the rights of a role. What it does is logged under its name.',
        )}
      >
        <Button leftSection={<KeyRound size={15} />} onClick={() => setMaking(true)}>
          {t('New key')}
        </Button>
      </PageHead>
      {error !== null && <ErrorState error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={160} />}
      {data?.length === 0 && (
        <EmptyState
          icon="key"
          title={t('No keys yet')}
          text={t('Make one for each program, so that one can be revoked without the others.')}
        />
      )}
      {data !== undefined && data.length > 0 && (
        <div className={classes['scroll']}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th>{t('Name')}</th>
                <th>{t('Begins with')}</th>
                <th>{t('Role')}</th>
                <th>{t('Made')}</th>
                <th>{t('Last used')}</th>
                <th aria-label={t('More')} />
              </tr>
            </thead>
            <tbody>
              {data.map((one) => (
                <tr key={one.id}>
                  <td>{one.name}</td>
                  <td>
                    <code>{one.prefix}…</code>
                  </td>
                  <td>{one.role?.title ?? '–'}</td>
                  <td>
                    {t('{date}, {who}', {
                      date: date(one.created_at),
                      who: one.created_by?.title ?? t('the system'),
                    })}
                  </td>
                  <td>{date(one.last_used_at)}</td>
                  <td style={{ textAlign: 'right' }}>
                    {one.revoked_at !== null ? (
                      <Badge size="sm" radius="sm" tt="none" fw={500} variant="light" color="gray">
                        {t('Revoked {date}', { date: date(one.revoked_at) })}
                      </Badge>
                    ) : (
                      <ConfirmButton
                        label={t('Revoke')}
                        question={t(
                          'Programs that use “{name}” are locked out at once. It cannot be undone.',
                          { name: one.name },
                        )}
                        onConfirm={() => void revoke(one.id)}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {making && <NewKey onClose={() => setMaking(false)} onMade={again} />}
    </>
  )
}
