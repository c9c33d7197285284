import { Button, Switch, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plus, Search } from 'lucide-react'
import { useState } from 'react'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { complain, say } from '#platform/web/data/undo.tsx'
import { fitsWords } from '#platform/web/forms/pick.ts'
import { t } from '#platform/web/language/t.ts'
import { PageHead } from '../page-head.tsx'
import { updateObject } from './customize.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { EditObject } from './edit-object.tsx'
import { FieldDialog } from './field-dialog.tsx'
import { FieldTable } from './field-table.tsx'

/** The fields of one object; added ones can be changed, those that come with Rapport can be read. */
export function ObjectFields({ object }: { readonly object: ObjectModel }) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [standard, setStandard] = useState(false)
  const [open, setOpen] = useState<FieldModel | 'new'>()
  const [dialog, setDialog] = useState<'edit' | 'delete'>()
  const fields = [...object.fields.values()].filter(
    (field) =>
      (standard || !field.standard) &&
      (typed === '' || fitsWords(`${t(field.label)} ${field.name} ${t(field.kind.label)}`, typed)),
  )
  const retired = object.declaration.retired === true
  const retire = async () => {
    try {
      await updateObject(object.name, { retired: !retired })
      say(retired ? t('It is offered again.') : t('It is no longer offered; what is there stays.'))
    } catch (error) {
      complain(error)
    }
  }
  const about = object.custom
    ? t('An object of your own.')
    : t('Comes with Rapport. You can add fields of your own.')
  return (
    <>
      <Link to={'/settings/objects' as string} style={{ fontSize: 12, color: 'var(--ink-soft)' }}>
        {t('Objects and fields')}
      </Link>
      <PageHead title={t(object.pluralLabel)} about={about}>
        {object.custom && (
          <Button variant="default" onClick={() => setDialog('edit')}>
            {t('Rename')}
          </Button>
        )}
        {object.custom && (
          <Button variant="default" onClick={() => void retire()}>
            {retired ? t('Bring back') : t('Retire')}
          </Button>
        )}
        {object.custom && (
          <Button variant="default" color="red" onClick={() => setDialog('delete')}>
            {t('Delete')}
          </Button>
        )}
        <Button leftSection={<Plus size={15} />} onClick={() => setOpen('new')}>
          {t('New field')}
        </Button>
      </PageHead>
      <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16, marginBottom: 8 }}>
        <TextInput
          size="xs"
          w={240}
          leftSection={<Search size={14} />}
          placeholder={t('Find a field')}
          aria-label={t('Find a field')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Switch
          size="xs"
          label={t('Also those that every object has')}
          checked={standard}
          onChange={(event) => setStandard(event.currentTarget.checked)}
        />
      </div>
      <FieldTable fields={fields} onOpen={setOpen} />
      {open !== undefined && (
        <FieldDialog
          object={object}
          field={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
      {dialog === 'edit' && <EditObject object={object} onClose={() => setDialog(undefined)} />}
      {dialog === 'delete' && (
        <DeleteDialog
          object={object.name}
          what={t(object.pluralLabel)}
          onClose={() => setDialog(undefined)}
          onDeleted={() => void navigate({ to: '/settings/objects' as string })}
        />
      )}
    </>
  )
}
