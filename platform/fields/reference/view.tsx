import { lazy, useState } from 'react'
import { lowerFirst } from '#platform/objects/label.ts'
import type { Link } from '#platform/objects/define-object.ts'
import { useModel, useSession } from '#platform/web/data/session.ts'
import { useCreate } from '#platform/web/forms/create-context.ts'
import { PickOne } from '#platform/web/forms/pick-one.tsx'
import { valuesFromTitle } from '#platform/web/forms/values-from-title.ts'
import { t } from '#platform/web/language/t.ts'
import type { CellProps, InputProps, View } from '../view.ts'
import classes from '../view.module.css'
import { useRecordSearch } from './record-search.ts'

function ReferenceCell({ value }: CellProps<Link>) {
  return <span className={classes['text']}>{value.title ?? t('Untitled')}</span>
}

const offerKey = '+'

/** Finds a record of the other object by typing; what is not there can be created on the spot. */
export function ReferenceInput(props: InputProps<Link | string>) {
  const { field, value, onChange } = props
  const object = useModel().object(field.relation?.to ?? String(field.options['to']))
  const mayCreate = useSession().may(object, 'create')
  const create = useCreate()
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState(props.inline === true)
  const found = useRecordSearch(object, typed, { enabled: wanted })
  const [link, setLink] = useState<Link | null>(null)
  const current = linkOf(value, link)

  const offer =
    typed.trim() === ''
      ? t('New {object} …', { object: lowerFirst(t(object.label)) })
      : t('Create “{typed}”', { typed: typed.trim() })
  const picks =
    create !== null && mayCreate
      ? [...found.picks, { key: offerKey, label: offer, offer: true }]
      : found.picks
  const give = (next: Link | null) => {
    setLink(next)
    onChange(next === null ? null : { id: next.id, title: next.title })
  }
  const pick = async (key: string | null, words: string) => {
    if (key !== offerKey) return give(key === null ? null : found.link(key))
    const made = await create?.(object, valuesFromTitle(object, words))
    if (made) give(made)
  }
  return (
    <div onFocus={() => setWanted(true)}>
      <PickOne
        {...props}
        picked={current === null ? null : { key: current.id, label: current.title ?? t('Untitled') }}
        picks={picks}
        onPick={(key, words) => void pick(key, words)}
        onSearch={setTyped}
        loading={found.loading}
        nothing={t('No {object} fits “{typed}”.', { object: lowerFirst(t(object.label)), typed })}
        placeholder={props.inline === true ? '' : t('Type to find')}
      />
    </div>
  )
}

/** The value may be a bare id, as written; its title is what was picked last. */
function linkOf(value: Link | string | null, picked: Link | null): Link | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'object') return value
  return picked?.id === value ? picked : { id: value, title: value }
}

export const referenceView: View<Link> = {
  Cell: ReferenceCell,
  Input: ReferenceInput,
  width: 180,
  about: 'One record of another object; the other side shows the list.',
  Options: lazy(() => import('./options.tsx')),
}
