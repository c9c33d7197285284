import type { JsonObject } from '#platform/objects/json.ts'
import { t } from '#platform/web/language/t.ts'
import { EntryRows } from '../entry-rows.tsx'
import { LinkCell } from '../link-cell.tsx'
import type { CellProps, InputProps, View } from '../view.ts'
import classes from '../view.module.css'

function PhonesCell({ value }: CellProps<readonly JsonObject[]>) {
  const first = value.find((one) => one['primary'] === true) ?? value[0]
  if (first === undefined) return null
  const number = String(first['number'])
  return (
    <span className={classes['row']}>
      <LinkCell href={`tel:${number}`}>{number}</LinkCell>
      {value.length > 1 && <span className={classes['more']}>+{value.length - 1}</span>}
    </span>
  )
}

function PhonesInput(props: InputProps<readonly JsonObject[]>) {
  return <EntryRows {...props} member="number" sorts={['work', 'mobile', 'private', 'fax', 'other']} inputMode="tel" more={t('Another number')} />
}

export const phonesView: View<readonly JsonObject[]> = { Cell: PhonesCell, Input: PhonesInput, width: 180 }
