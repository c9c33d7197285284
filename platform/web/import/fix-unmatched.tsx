import { useState } from 'react'
import type { FieldModel } from '#platform/objects/model.ts'
import { useRecordSearch } from '#platform/fields/reference/record-search.ts'
import { useModel, useSession } from '#platform/web/data/session.ts'
import { PickOne } from '#platform/web/forms/pick-one.tsx'
import type { Pick } from '#platform/web/forms/pick.ts'
import { t } from '#platform/web/language/t.ts'
import type { ImportProblem } from './import-api.ts'

interface FixUnmatchedProps {
  readonly field: FieldModel
  readonly problem: ImportProblem
  /** An id or a text, null for empty, `$create`, `$skip`. */
  readonly onFix: (replacement: string | null) => void
}

/** “GTXPro” is no product: which one is meant, or a new one, or none. */
export function FixUnmatched(props: FixUnmatchedProps) {
  return props.field.relation === undefined ? <FixChoice {...props} /> : <FixRecord {...props} />
}

function FixRecord({ field, problem, onFix }: FixUnmatchedProps) {
  const object = useModel().object(field.relation!.to)
  const mayCreate = useSession().may(object, 'create')
  const [typed, setTyped] = useState('')
  const found = useRecordSearch(object, typed, { enabled: typed.trim() !== '' })
  const near: Pick[] = problem.choices.map((choice) => ({ key: choice.id, label: choice.title }))
  const offers: Pick[] = mayCreate
    ? [{ key: '$create', label: t('Create “{value}”', { value: problem.value }), offer: true }]
    : []
  const picks = typed.trim() === '' ? [...near, ...offers, ...ways(field)] : [...found.picks, ...offers]
  return <FixPicker field={field} picks={picks} onFix={onFix} onSearch={setTyped} />
}

function FixChoice({ field, problem, onFix }: FixUnmatchedProps) {
  const picks = [
    ...problem.choices.map((choice) => ({ key: choice.id, label: choice.title })),
    ...ways(field),
  ]
  return <FixPicker field={field} picks={picks} onFix={onFix} />
}

function ways(field: FieldModel): Pick[] {
  return [
    ...(field.options.required === true ? [] : [{ key: '$empty', label: t('Leave empty') }]),
    { key: '$skip', label: t('Leave these rows out') },
  ]
}

interface FixPickerProps {
  readonly field: FieldModel
  readonly picks: readonly Pick[]
  readonly onFix: (replacement: string | null) => void
  readonly onSearch?: (typed: string) => void
}

function FixPicker({ field, picks, onFix, onSearch }: FixPickerProps) {
  const asked: FieldModel = { ...field, label: t('What is meant'), options: { kind: field.kind.name } }
  return (
    <PickOne
      field={asked}
      picked={null}
      picks={picks}
      placeholder={t('Choose or type to find')}
      onPick={(key) => key !== null && onFix(key === '$empty' ? null : key)}
      {...(onSearch === undefined ? {} : { onSearch })}
    />
  )
}
