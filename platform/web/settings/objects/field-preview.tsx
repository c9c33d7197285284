import { useState } from 'react'
import type { Kind } from '#platform/fields/kind.ts'
import { views } from '#platform/fields/views.tsx'
import { fieldModel } from '#platform/objects/build-model.ts'
import type { FieldDeclaration } from '#platform/objects/field.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'
import styles from './objects.module.css'

interface FieldPreviewProps {
  readonly object: ObjectModel
  readonly kind: Kind
  readonly options: JsonObject
}

/** The input as people will see it; it can be tried out. */
export function FieldPreview({ object, kind, options }: FieldPreviewProps) {
  const [value, setValue] = useState<Json>(null)
  const Input = views.get(kind.name)?.Input
  const target = kind.relation?.(options)?.to
  // A reference without an object has nothing to search yet.
  const incomplete = target === ''
  const given = {
    ...options,
    kind: kind.name,
    label: String(options['label'] ?? '').trim() || t('Label'),
  } as FieldDeclaration
  return (
    <aside className={styles['preview']}>
      <p className={styles['previewName']}>{t('How it looks')}</p>
      {Input === undefined && <p>{t('Computed: shown, never typed.')}</p>}
      {Input !== undefined && incomplete && <p>{t('Choose an object first.')}</p>}
      {Input !== undefined && !incomplete && (
        <Input
          key={JSON.stringify(target ?? '')}
          field={fieldModel(object.name, 'preview', given)}
          value={value}
          onChange={setValue}
        />
      )}
    </aside>
  )
}
