import { useMemo, useRef, useState } from 'react'
import { Problem } from '#platform/objects/problem.ts'
import type { Json } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client, type AnyRecord, type Duplicate } from '#platform/web/data/client.ts'
import { messagesOf } from '#platform/web/data/messages-of.ts'
import { keyOf } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { checkValues } from './check-values.ts'
import { firstValues, type FormValues } from './first-values.ts'
import { enterableFields } from './form-fields.ts'
import { useVisible } from './use-visible.ts'

export interface RecordFormOptions {
  readonly object: ObjectModel
  /** To change; left out to create. */
  readonly record?: AnyRecord | undefined
  /** What a new record starts with, before the defaults of its fields. */
  readonly values?: FormValues | undefined
  readonly onSaved: (record: AnyRecord, change: string | null) => void
}

/** Values, messages and saving of a form. What was typed stays until it is saved, whatever goes wrong. */
export function useRecordForm({ object, record, values: given, onSaved }: RecordFormOptions) {
  const session = useSession()
  const creating = record === undefined
  const enterable = useMemo(() => enterableFields(session, object, creating), [session, object, creating])
  const [start] = useState<FormValues>(() =>
    creating ? { ...firstValues(enterable, session.me), ...given } : {},
  )
  const [typed, setTyped] = useState<FormValues>({})
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [sentence, setSentence] = useState<string>()
  const [conflict, setConflict] = useState<AnyRecord>()
  const [refused, setRefused] = useState<readonly Duplicate[]>([])
  const [base, setBase] = useState(record)
  const [saving, setSaving] = useState(false)
  const busy = useRef(false)

  const values = useMemo(
    () => ({ ...start, ...(base as FormValues | undefined), ...typed }),
    [start, base, typed],
  )
  const visible = useVisible(object, enterable, values)
  const fields = enterable.filter(visible)

  const change = (name: string, value: Json) => {
    setTyped((before) => ({ ...before, [name]: value }))
    setRefused([])
    setErrors(({ [name]: _gone, ...rest }) => rest)
  }
  const complain = (error: unknown) => {
    const { fields: beside, sentence: above } = messagesOf(error)
    const named = Object.fromEntries(
      Object.entries(beside).map(([path, message]) => [path.split('.')[0]!, message]),
    )
    const elsewhere = Object.entries(named).filter(([name]) => !fields.some((field) => field.name === name))
    setErrors(named)
    setSentence(
      [above ?? t('Some fields need another look.'), ...elsewhere.map(([, message]) => message)].join(' '),
    )
  }
  /** `anyway`: although it looks like a record that is there. */
  const save = async (anyway = false): Promise<boolean> => {
    if (busy.current) return false
    const wanted = written(fields, creating ? values : typed, creating)
    const wrong = checkValues(creating ? fields : fields.filter((field) => field.name in typed), values)
    setErrors(wrong)
    setSentence(Object.keys(wrong).length > 0 ? t('Some fields need another look.') : undefined)
    if (Object.keys(wrong).length > 0) return false
    busy.current = true
    setSaving(true)
    try {
      const done =
        base === undefined
          ? await client.create(object, wanted, anyway ? { parameters: { duplicates: 'allow' } } : {})
          : await client.update(object, base.id, wanted, { version: base.version })
      void queryClient.invalidateQueries({ queryKey: keyOf(object) })
      onSaved(done.answer as AnyRecord, done.change)
      return true
    } catch (error) {
      if (error instanceof Problem && error.status === 412 && base !== undefined)
        setConflict((await client.read(object, base.id)) as AnyRecord)
      else complain(error)
      if (error instanceof Problem && error.code === 'duplicate')
        setRefused((error.more['candidates'] ?? []) as readonly Duplicate[])
      return false
    } finally {
      busy.current = false
      setSaving(false)
    }
  }
  /** After a conflict: goes on from what is stored now, with what was typed for the named fields only. */
  const settle = (keep: ReadonlySet<string>) => {
    setBase(conflict)
    setTyped((before) => Object.fromEntries(Object.entries(before).filter(([name]) => keep.has(name))))
    setConflict(undefined)
  }
  return {
    values,
    typed,
    base,
    refused,
    errors,
    sentence,
    fields,
    saving,
    conflict,
    change,
    save,
    settle,
    dirty: Object.keys(typed).length > 0,
  }
}

/** Named fields only; of a new record, those that are filled. Fields that are not shown are not sent. */
function written(
  fields: readonly { readonly name: string }[],
  values: FormValues,
  creating: boolean,
): FormValues {
  const shown = fields.filter(
    (field) => field.name in values && !(creating && (values[field.name] ?? null) === null),
  )
  return Object.fromEntries(shown.map((field) => [field.name, values[field.name] ?? null]))
}
