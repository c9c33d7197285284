import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useRef } from 'react'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { t } from '#platform/web/language/t.ts'
import type { FormValues } from './first-values.ts'
import { RecordForm } from './record-form.tsx'

interface CreateDialogProps {
  readonly object: ObjectModel
  readonly values?: FormValues | undefined
  readonly onCreated: (record: AnyRecord, change: string | null) => void
  readonly onClose: () => void
}

/** The form of a new record in a dialog: the keyboard alone is enough from open to save. */
export function CreateDialog({ object, values, onCreated, onClose }: CreateDialogProps) {
  const phone = useMediaQuery('(max-width: 40em)')
  const saved = useRef(false)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('New {object}', { object: lowerFirst(t(object.label)) })}
      size="lg"
      fullScreen={phone === true}
      // A slip of the mouse must not throw away what was typed.
      closeOnClickOutside={false}
      transitionProps={{ duration: 100 }}
      returnFocus
    >
      <RecordForm
        object={object}
        values={values}
        onCancel={onClose}
        onSaved={(record, change) => {
          if (saved.current) return
          saved.current = true
          onCreated(record, change)
        }}
      />
    </Modal>
  )
}
