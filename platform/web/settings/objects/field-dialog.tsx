import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { Kind } from '#platform/fields/kind.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'
import { FieldForm } from './field-form.tsx'
import { KindChooser } from './kind-chooser.tsx'
import { ReadField } from './read-field.tsx'

interface FieldDialogProps {
  readonly object: ObjectModel
  /** Left out: a new one. */
  readonly field: FieldModel | undefined
  readonly onClose: () => void
}

/** A new field: first its kind, then what it is called; or one that is there. */
export function FieldDialog({ object, field, onClose }: FieldDialogProps) {
  const [kind, setKind] = useState<Kind | undefined>(field?.kind)
  const title =
    field !== undefined
      ? t(field.label)
      : kind === undefined
        ? t('New field of {objects}', { objects: lowerFirst(t(object.pluralLabel)) })
        : t('New field: {kind}', { kind: lowerFirst(t(kind.label)) })
  return (
    <Modal opened onClose={onClose} size="xl" title={title} closeOnClickOutside={kind === undefined}>
      {kind === undefined && <KindChooser onPick={setKind} />}
      {kind !== undefined && (field === undefined || field.custom) && (
        <FieldForm
          key={kind.name}
          object={object}
          kind={kind}
          field={field}
          onClose={onClose}
          back={
            field === undefined ? (
              <Button variant="subtle" onClick={() => setKind(undefined)}>
                {t('Another kind')}
              </Button>
            ) : undefined
          }
        />
      )}
      {field !== undefined && !field.custom && <ReadField field={field} />}
    </Modal>
  )
}
