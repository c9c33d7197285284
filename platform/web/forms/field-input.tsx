import { views } from '#platform/fields/views.tsx'
import type { InputProps } from '#platform/fields/view.ts'

/** The input of whatever kind the field is; nothing for computed ones. */
export function FieldInput(props: InputProps<any>) {
  const Input = views.get(props.field.kind.name)?.Input
  return Input === undefined ? null : <Input {...props} />
}

export const isWide = (kind: string): boolean => views.get(kind)?.wide === true
