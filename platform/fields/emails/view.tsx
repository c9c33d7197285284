import { t } from '#platform/web/language/t.ts'
import type { StatedEntry } from '../entries.ts'
import { EntryRows } from '../entry-rows.tsx'
import { LinkCell } from '../link-cell.tsx'
import type { CellProps, InputProps, View } from '../view.ts'
import classes from '../view.module.css'

function EmailsCell({ value }: CellProps<readonly StatedEntry[]>) {
  const first = value[0]
  if (first === undefined) return null
  return (
    <span className={classes['row']}>
      <LinkCell href={`mailto:${first.value}`}>{first.value}</LinkCell>
      {first.state === 'invalid' && <span className={classes['more']}>{t('invalid')}</span>}
      {value.length > 1 && <span className={classes['more']}>+{value.length - 1}</span>}
    </span>
  )
}

function EmailsInput(props: InputProps<readonly StatedEntry[]>) {
  return (
    <EntryRows {...props} sorts={['work', 'home', 'other']} inputMode="email" more={t('Another e-mail')} />
  )
}

export const emailsView: View<readonly StatedEntry[]> = {
  Cell: EmailsCell,
  Input: EmailsInput,
  width: 220,
  about: 'Any number of addresses, the first one used.',
}
