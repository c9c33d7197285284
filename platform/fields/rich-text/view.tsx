import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { FieldFrame } from '#platform/web/forms/field-frame.tsx'
import { PlainCell } from '../plain-cell.tsx'
import type { InputProps, View } from '../view.ts'

const Editor = lazy(() => import('./editor.tsx'))

/** The editor is loaded when a form first shows it. */
function RichTextInput(props: InputProps<string>) {
  return (
    <FieldFrame field={props.field} error={props.error} inline={props.inline} group>
      <Suspense fallback={<Skeleton height={140} />}>
        <Editor {...props} />
      </Suspense>
    </FieldFrame>
  )
}

export const richTextView: View<string> = {
  Cell: PlainCell,
  Input: RichTextInput,
  wide: true,
  width: 260,
  about: 'Text with headings, lists and links.',
}
