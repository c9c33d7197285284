import { t } from '#platform/web/language/t.ts'
import { usePhoneNumbers } from '#platform/web/phone-numbers.ts'
import type { StatedEntry } from '../entries.ts'
import { EntryRows } from '../entry-rows.tsx'
import { LinkCell } from '../link-cell.tsx'
import { formatPhone } from '../phone/read-phone.ts'
import type { CellProps, InputProps, View } from '../view.ts'
import classes from '../view.module.css'

function PhonesCell({ value }: CellProps<readonly StatedEntry[]>) {
  usePhoneNumbers()
  const first = value[0]
  if (first === undefined) return null
  return (
    <span className={classes['row']}>
      <LinkCell href={`tel:${first.value}`}>{formatPhone(first.value)}</LinkCell>
      {value.length > 1 && <span className={classes['more']}>+{value.length - 1}</span>}
    </span>
  )
}

function PhonesInput(props: InputProps<readonly StatedEntry[]>) {
  return (
    <EntryRows
      {...props}
      sorts={['work', 'mobile', 'home', 'fax', 'other']}
      inputMode="tel"
      show={formatPhone}
      more={t('Another number')}
    />
  )
}

export const phonesView: View<readonly StatedEntry[]> = {
  Cell: PhonesCell,
  Input: PhonesInput,
  width: 180,
  about: 'Any number of numbers, the first one used.',
}
