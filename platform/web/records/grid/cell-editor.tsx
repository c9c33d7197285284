import { Loader } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import { familyOf } from '#platform/objects/filter/family.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Json } from '#platform/objects/json.ts'
import { sameJson } from '#platform/objects/same-json.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { saveField } from '#platform/web/data/changes.ts'
import { sentenceOf } from '#platform/web/data/messages-of.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { viewOf } from './use-columns.ts'
import classes from './cell-editor.module.css'

/** Leaves the editor; the step says where the active cell goes. */
export type Leave = (step?: { rows?: number; columns?: number }) => void

interface CellEditorProps {
  readonly object: ObjectModel
  readonly record: AnyRecord
  readonly field: FieldModel
  readonly leave: Leave
}

/** Families whose value is complete with one choice. */
const atOnce = new Set(['choice', 'one', 'boolean'])

/**
 * Edits a value in place. Enter and Tab save, Escape does not, a click elsewhere does. What the server says no to
 * stays open with its sentence.
 */
export function CellEditor({ object, record, field, leave }: CellEditorProps) {
  const session = useSession()
  const frame = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState<Json>((record[field.name] ?? null) as Json)
  const [error, setError] = useState<string>()
  const [saving, setSaving] = useState(false)
  const { Input } = viewOf(field)
  const allowed = session.mayChange(field) && Input !== undefined

  const commit = async (value: Json, step?: { rows?: number; columns?: number }): Promise<void> => {
    if (!allowed || sameJson(value ?? null, record[field.name] ?? null)) return leave(step)
    setSaving(true)
    setError(undefined)
    try {
      await saveField(object, record, field, value)
      leave(step)
    } catch (failure) {
      setError(sentenceOf(failure))
      setSaving(false)
    }
  }
  const outside = useEffectEvent((event: PointerEvent): void => {
    const target = event.target as Element
    if (frame.current?.contains(target) === true || target.closest('[data-portal]') !== null) return
    void commit(draft)
  })
  useEffect(() => {
    const listen = (event: PointerEvent): void => outside(event)
    document.addEventListener('pointerdown', listen)
    return () => document.removeEventListener('pointerdown', listen)
  }, [])

  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      leave()
    } else if (event.key === 'Enter' && !event.shiftKey && !event.defaultPrevented) {
      event.preventDefault()
      void commit(draft)
    } else if (event.key === 'Tab') {
      event.preventDefault()
      void commit(draft, { columns: event.shiftKey ? -1 : 1 })
    }
  }
  const change = (value: Json): void => {
    setDraft(value)
    if (atOnce.has(familyOf(field))) void commit(value)
  }
  return (
    <div
      ref={frame}
      role="presentation"
      className={classes.editor}
      onKeyDown={key}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {allowed ? (
        <Input field={field} value={draft as never} onChange={change} error={error} inline autoFocus />
      ) : (
        <ReadOnly field={field} leave={leave} />
      )}
      {saving && <Loader size={12} className={classes.loader!} />}
    </div>
  )
}

function ReadOnly({ field, leave }: { readonly field: FieldModel; readonly leave: Leave }) {
  const sentence =
    field.kind.computed === true
      ? t('{field} is computed.', { field: t(field.label) })
      : t('{field} cannot be changed here.', { field: t(field.label) })
  return (
    <button type="button" autoFocus className={classes.refusal} onBlur={() => leave()}>
      {sentence}
    </button>
  )
}
