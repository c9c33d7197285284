import type { Link } from '#platform/objects/define-object.ts'
import { t } from '#platform/web/language/t.ts'
import { ReferenceInput } from '../reference/view.tsx'
import type { CellProps, View } from '../view.ts'
import classes from '../view.module.css'
import { Avatar } from './avatar.tsx'

function UserCell({ value }: CellProps<Link>) {
  const name = value.title ?? t('Untitled')
  return (
    <span className={classes['row']}>
      <Avatar name={name} />
      <span className={classes['text']}>{name}</span>
    </span>
  )
}

export const userView: View<Link> = {
  Cell: UserCell,
  Input: ReferenceInput,
  width: 160,
  about: 'One of the people who work here.',
}
