import { lazy } from 'react'
import { PickOne } from '#platform/web/forms/pick-one.tsx'
import type { CellProps, InputProps, View } from '../view.ts'
import { DotLabel } from './dot-label.tsx'
import { offered } from './offered.ts'

function ChoiceCell({ value, field }: CellProps<string>) {
  return <DotLabel field={field} value={value} />
}

function ChoiceInput(props: InputProps<string>) {
  const { field, value, onChange } = props
  const choices = offered(field)
  const picked = value === null ? null : (choices.get(value) ?? { key: value, label: value })
  const picks = [...choices.values()].filter((pick) => !pick.retired)
  return <PickOne {...props} picked={picked} picks={picks} onPick={(key) => onChange(key)} />
}

export const choiceView: View<string> = {
  Cell: ChoiceCell,
  Input: ChoiceInput,
  width: 140,
  about: 'One of a list, each with a colour if you like.',
  Options: lazy(() => import('./options.tsx')),
}
