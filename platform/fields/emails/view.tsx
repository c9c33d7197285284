import type { JsonObject } from '#platform/objects/json.ts'
import { t } from '#platform/web/language/t.ts'
import { EntryRows } from '../entry-rows.tsx'
import { LinkCell } from '../link-cell.tsx'
import type { CellProps, InputProps, View } from '../view.ts'
import classes from '../view.module.css'

function EmailsCell({ value }: CellProps<readonly JsonObject[]>) {
  const first = value.find((one) => one['primary'] === true) ?? value[0]
  if (first === undefined) return null
  const address = String(first['address'])
  return (
    <span className={classes['row']}>
      <LinkCell href={`mailto:${address}`}>{address}</LinkCell>
      {value.length > 1 && <span className={classes['more']}>+{value.length - 1}</span>}
    </span>
  )
}

function EmailsInput(props: InputProps<readonly JsonObject[]>) {
  return <EntryRows {...props} member="address" sorts={['work', 'private', 'other']} inputMode="email" more={t('Another e-mail')} />
}

export const emailsView: View<readonly JsonObject[]> = { Cell: EmailsCell, Input: EmailsInput, width: 220 }
