import { PlainCell } from '../plain-cell.tsx'
import { TextualInput } from '../textual-input.tsx'
import type { Location } from './kind.ts'
import type { InputProps, View } from '../view.ts'

function LocationInput(props: InputProps<Location>) {
  return <TextualInput {...props} placeholder={props.inline === true ? '' : '52.52, 13.405'} />
}

export const locationView: View<Location> = {
  Cell: PlainCell,
  Input: LocationInput,
  width: 160,
  about: 'A place on the map, as latitude and longitude.',
}
