import { formatContext } from '#platform/web/language/reader.ts'
import { LinkCell } from '../link-cell.tsx'
import { PlainCell } from '../plain-cell.tsx'
import { TextualInput } from '../textual-input.tsx'
import type { CellProps, InputProps, View } from '../view.ts'

function UrlCell({ value, field }: CellProps<string>) {
  // Only what leads to a page becomes a link: never `javascript:` and the like.
  if (!/^https?:\/\//i.test(value)) return <PlainCell value={value} field={field} />
  return (
    <LinkCell href={value} away>
      {field.kind.format(value, field, formatContext())}
    </LinkCell>
  )
}

function UrlInput(props: InputProps<string>) {
  return <TextualInput {...props} inputMode="url" placeholder={props.inline === true ? '' : 'example.com'} />
}

export const urlView: View<string> = {
  Cell: UrlCell,
  Input: UrlInput,
  width: 180,
  about: 'A link to a page.',
}
