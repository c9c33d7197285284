import { useRef, useState } from 'react'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { useModel, useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { useChangeAddress } from '#platform/web/shell/address.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { CellEditor } from '../grid/cell-editor.tsx'
import { viewOf } from '../grid/use-columns.ts'
import { isEmpty, ShowValue } from '../show-value.tsx'
import classes from './record.module.css'

interface DetailRowProps {
  readonly object: ObjectModel
  readonly record: AnyRecord
  readonly field: FieldModel
}

/** A label and its value; a click or Enter on the value edits it. A link has a way to its record. */
export function DetailRow({ object, record, field }: DetailRowProps) {
  const session = useSession()
  const [editing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const value = record[field.name]
  const mayEdit =
    session.mayChange(field) && record.can?.update !== false && viewOf(field).Input !== undefined
  const leave = (): void => {
    setEditing(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  const shown = isEmpty(value) ? (
    <span className={classes.blank}>{mayEdit ? t('Add') : '–'}</span>
  ) : (
    <ShowValue field={field} value={value} />
  )
  return (
    <div className={classes.detail} data-field={field.name}>
      <dt title={field.options.help === undefined ? undefined : t(field.options.help)}>{t(field.label)}</dt>
      <dd>
        {editing && <CellEditor object={object} record={record} field={field} leave={leave} />}
        {!editing && mayEdit && (
          <button
            ref={button}
            type="button"
            className={classes.value}
            aria-label={t('Edit {field}', { field: t(field.label) })}
            onClick={() => setEditing(true)}
          >
            {shown}
          </button>
        )}
        {!editing && !mayEdit && <span className={classes.still}>{shown}</span>}
        {!editing && <LinkOut field={field} value={value} />}
      </dd>
    </div>
  )
}

/** The way from a reference to its record, in the side panel. */
function LinkOut({ field, value }: { readonly field: FieldModel; readonly value: unknown }) {
  const model = useModel()
  const change = useChangeAddress()
  const target = field.relation?.many === false ? model.objects.get(field.relation.to) : undefined
  if (target === undefined || typeof value !== 'object' || value === null || !('id' in value)) return null
  const title = 'title' in value ? String(value.title ?? '') : ''
  return (
    <button
      type="button"
      className={classes.out}
      aria-label={t('Open {title}', { title })}
      onClick={() => change({ open: `${target.plural}/${String(value.id)}` })}
    >
      <Icon name="panel-right" size={14} />
    </button>
  )
}
