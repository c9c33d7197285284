import { lazy } from 'react'
import { offered } from '../choice/offered.ts'
import { colourOf } from '#platform/web/forms/colour-of.ts'
import { PickMany } from '#platform/web/forms/pick-many.tsx'
import type { CellProps, InputProps, View } from '../view.ts'
import classes from '../view.module.css'

function ChoicesCell({ value, field }: CellProps<readonly string[]>) {
  const choices = offered(field)
  return (
    <span className={classes['row']}>
      {value.map((one) => {
        const pick = choices.get(one)
        return (
          <span key={one} className={classes['tag']}>
            {pick?.colour !== undefined && (
              <span className={classes['tagDot']} style={{ background: colourOf(pick.colour) }} />
            )}
            {pick?.label ?? one}
          </span>
        )
      })}
    </span>
  )
}

function ChoicesInput(props: InputProps<readonly string[]>) {
  const { field, onChange } = props
  const value = props.value ?? []
  const choices = offered(field)
  const pick = (key: string) => choices.get(key) ?? { key, label: key }
  return (
    <PickMany
      {...props}
      picked={value.map(pick)}
      picks={[...choices.values()].filter((one) => !one.retired)}
      onAdd={(key) => onChange([...value, key])}
      onRemove={(key) => onChange(value.filter((one) => one !== key))}
    />
  )
}

export const choicesView: View<readonly string[]> = {
  Cell: ChoicesCell,
  Input: ChoicesInput,
  width: 200,
  about: 'Any number of a list.',
  Options: lazy(() => import('../choice/options.tsx')),
}
