import { Alert, Button, Skeleton, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Json } from '#platform/objects/json.ts'
import { sameJson } from '#platform/objects/same-json.ts'
import { client } from '#platform/web/data/client.ts'
import { recordQuery } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { useModel } from '#platform/web/data/session.ts'
import { complain, offerUndo } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'
import { PageHead } from '../page-head.tsx'
import { RecordDialog } from '../record-dialog.tsx'
import type { Permissions } from './permissions.ts'
import { RoleMatrix } from './role-matrix.tsx'
import styles from './roles.module.css'

/** What one role may do; nothing holds before it is saved. */
export function RoleEditor({ id, onGone }: { readonly id: string; readonly onGone: () => void }) {
  const object = useModel().object('role')
  const { data: role } = useQuery(recordQuery(object, id))
  const [draft, setDraft] = useState<Permissions>()
  const [renaming, setRenaming] = useState(false)
  const [busy, setBusy] = useState(false)
  if (role === undefined) return <Skeleton height={400} />
  const stored = (role['permissions'] ?? {}) as Permissions
  const permissions = draft ?? stored
  const name = String(role['name'])
  const dirty = draft !== undefined && !sameJson(draft as Json, stored as Json)
  const save = async () => {
    setBusy(true)
    try {
      const { change } = await client.update(object, id, { permissions }, { version: role.version })
      await queryClient.invalidateQueries({ queryKey: ['records', 'role'] })
      void queryClient.invalidateQueries({ queryKey: ['workspace'] })
      setDraft(undefined)
      offerUndo(change, t('Saved. It holds for everyone with the role “{name}” from now on.', { name }))
    } catch (error) {
      complain(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <PageHead
        title={name}
        {...(typeof role['description'] === 'string' ? { about: role['description'] } : {})}
      >
        <Button variant="default" onClick={() => setRenaming(true)}>
          {t('Rename or delete')}
        </Button>
      </PageHead>
      <Switch
        mb="md"
        checked={permissions.administrator === true}
        onChange={(event) => setDraft({ ...permissions, administrator: event.currentTarget.checked })}
        label={t('Administrator')}
        description={t('May do everything and change these settings.')}
      />
      {permissions.administrator === true ? (
        <Alert variant="light">{t('Nothing below would limit an administrator.')}</Alert>
      ) : (
        <RoleMatrix permissions={permissions} onChange={setDraft} />
      )}
      <div className={styles['foot']}>
        <Button loading={busy} disabled={!dirty} onClick={() => void save()}>
          {t('Save')}
        </Button>
        {dirty && (
          <Button variant="default" onClick={() => setDraft(undefined)}>
            {t('Discard changes')}
          </Button>
        )}
      </div>
      {renaming && (
        <RecordDialog
          object={object}
          id={id}
          onClose={() => {
            setRenaming(false)
            onGone()
          }}
        />
      )}
    </>
  )
}
