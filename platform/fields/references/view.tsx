import { lazy, useState } from 'react'
import { lowerFirst } from '#platform/objects/label.ts'
import type { Link } from '#platform/objects/define-object.ts'
import { useModel, useSession } from '#platform/web/data/session.ts'
import { useCreate } from '#platform/web/forms/create-context.ts'
import { PickMany } from '#platform/web/forms/pick-many.tsx'
import { valuesFromTitle } from '#platform/web/forms/values-from-title.ts'
import { t } from '#platform/web/language/t.ts'
import { useRecordSearch } from '../reference/record-search.ts'
import type { CellProps, InputProps, View } from '../view.ts'
import classes from '../view.module.css'

function ReferencesCell({ value }: CellProps<readonly Link[]>) {
  return (
    <span className={classes['text']}>{value.map((link) => link.title ?? t('Untitled')).join(', ')}</span>
  )
}

const offerKey = '+'

function ReferencesInput(props: InputProps<readonly Link[]>) {
  const { field, onChange } = props
  const value = props.value ?? []
  const object = useModel().object(field.relation?.to ?? String(field.options['to']))
  const mayCreate = useSession().may(object, 'create')
  const create = useCreate()
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState(props.inline === true)
  const found = useRecordSearch(object, typed, { enabled: wanted })
  const give = (links: readonly Link[]) => onChange(links.map(({ id, title }) => ({ id, title })))
  const add = async (key: string, words: string) => {
    const link = key === offerKey ? await create?.(object, valuesFromTitle(object, words)) : found.link(key)
    if (link) give([...value, link])
  }
  const offer =
    typed.trim() === ''
      ? t('New {object} …', { object: lowerFirst(t(object.label)) })
      : t('Create “{typed}”', { typed: typed.trim() })
  return (
    <div onFocus={() => setWanted(true)}>
      <PickMany
        {...props}
        picked={value.map((link) => ({ key: link.id, label: link.title ?? t('Untitled') }))}
        picks={
          create !== null && mayCreate
            ? [...found.picks, { key: offerKey, label: offer, offer: true }]
            : found.picks
        }
        onSearch={setTyped}
        onAdd={(key, words) => void add(key, words)}
        onRemove={(id) => give(value.filter((link) => link.id !== id))}
        loading={found.loading}
        placeholder={props.inline === true ? '' : t('Type to find')}
      />
    </div>
  )
}

export const referencesView: View<readonly Link[]> = {
  Cell: ReferencesCell,
  Input: ReferencesInput,
  width: 200,
  about: 'Any number of records of another object.',
  Options: lazy(() => import('../reference/options.tsx')),
}
