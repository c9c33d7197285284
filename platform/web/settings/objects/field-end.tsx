import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { complain, say } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'
import { updateField } from './customize.ts'
import { DeleteDialog } from './delete-dialog.tsx'

/** The ways out of a field: retired, its values stay; deleted, they go. */
export function FieldEnd({
  object,
  field,
  onClose,
}: {
  readonly object: ObjectModel
  readonly field: FieldModel
  readonly onClose: () => void
}) {
  const [deleting, setDeleting] = useState(false)
  const retired = field.options.retired === true
  const retire = async () => {
    try {
      await updateField(object.name, field.name, { retired: !retired })
      say(
        retired
          ? t('“{label}” is offered again.', { label: field.label })
          : t('“{label}” is no longer asked for; its values stay.', { label: field.label }),
      )
      onClose()
    } catch (error) {
      complain(error)
    }
  }
  return (
    <>
      <Button variant="subtle" onClick={() => void retire()}>
        {retired ? t('Bring back') : t('Retire')}
      </Button>
      <Button variant="subtle" color="red" onClick={() => setDeleting(true)}>
        {t('Delete …')}
      </Button>
      {deleting && (
        <DeleteDialog
          object={object.name}
          field={field.name}
          what={t(field.label)}
          onClose={() => setDeleting(false)}
          onDeleted={onClose}
        />
      )}
    </>
  )
}
