import type { FieldModel } from '#platform/objects/model.ts'
import { colourOf } from '#platform/web/forms/colour-of.ts'
import { offered } from './offered.ts'
import classes from '../view.module.css'

/** A choice as people know it: a dot of its colour, where it has one, and its label. */
export function DotLabel({ field, value }: { readonly field: FieldModel; readonly value: string }) {
  const pick = offered(field).get(value)
  return (
    <span className={classes['row']}>
      {pick?.colour !== undefined && (
        <span className={classes['dot']} style={{ background: colourOf(pick.colour) }} />
      )}
      <span className={classes['text']}>{pick?.label ?? value}</span>
    </span>
  )
}
