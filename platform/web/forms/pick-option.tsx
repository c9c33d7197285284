import { Combobox } from '@mantine/core'
import { CheckIcon, PlusIcon } from 'lucide-react'
import { colourOf } from './colour-of.ts'
import type { Pick } from './pick.ts'
import classes from './pick.module.css'

export function PickOption({ pick, chosen }: { readonly pick: Pick; readonly chosen: boolean }) {
  return (
    <Combobox.Option value={pick.key} active={chosen} className={classes['option'] ?? ''}>
      {pick.offer === true && <PlusIcon size={14} aria-hidden />}
      {pick.colour !== undefined && (
        <span className={classes['dot']} style={{ background: colourOf(pick.colour) }} />
      )}
      <span className={classes['label']}>{pick.label}</span>
      {pick.detail !== undefined && <span className={classes['detail']}>{pick.detail}</span>}
      {chosen && <CheckIcon size={14} className={classes['check']} aria-hidden />}
    </Combobox.Option>
  )
}
