import type { HTMLAttributes } from 'react'
import { TypedInput } from '#platform/web/forms/typed-input.tsx'
import { typingFormat } from '#platform/web/language/reader.ts'
import type { InputProps } from './view.ts'

interface TextualInputProps extends InputProps<any> {
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  readonly placeholder?: string
  readonly type?: string
}

/** For kinds whose values are typed as their files write them. */
export function TextualInput(props: TextualInputProps) {
  const { kind } = props.field
  return (
    <TypedInput
      {...props}
      show={(value) => kind.toText(value, props.field)}
      read={(text) => kind.fromText(text, props.field, typingFormat())}
    />
  )
}
