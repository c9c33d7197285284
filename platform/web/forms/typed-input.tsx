import { Input, type InputProps as MantineInputProps } from '@mantine/core'
import { useState, type HTMLAttributes, type ReactNode } from 'react'
import { Unfit } from '#platform/fields/kind.ts'
import type { InputProps } from '#platform/fields/view.ts'
import type { Json } from '#platform/objects/json.ts'
import { parseContext } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { controlStyle } from './control-style.ts'
import { FieldFrame } from './field-frame.tsx'

interface TypedInputProps<Value> extends InputProps<Value> {
  /** The value as this reader would type it. */
  readonly show: (value: Value) => string
  /** What was typed → what the kind's `parse` takes. Throws `Unfit`. */
  readonly read: (text: string) => Json
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  readonly placeholder?: string | undefined
  readonly type?: string
  readonly autoComplete?: string
  readonly right?: boolean
  readonly leftSection?: ReactNode
  readonly rightSection?: ReactNode
  readonly rightSectionWidth?: MantineInputProps['rightSectionWidth']
}

/**
 * An input of typed text. What can be read is given on as a value; what cannot is given on as it was typed, so that
 * it is neither lost nor taken for something else: the form and the server say what is wrong with it.
 */
export function TypedInput<Value>(props: TypedInputProps<Value>) {
  const { field, value, onChange, show, read, inline, right } = props
  const [text, setText] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const [given, setGiven] = useState<Json>()
  const error = props.error ?? (left && wrong !== null ? wrong : undefined)
  const changedOutside = text !== null && given !== undefined && !same(given, value)
  const shown = text === null || changedOutside ? showSafely(value, show) : text

  const give = (next: Json) => {
    setGiven(next)
    onChange(next)
  }
  const type = (next: string) => {
    setText(next)
    try {
      const fit = next.trim() === '' ? null : field.kind.parse(read(next), field, parseContext())
      setWrong(null)
      give(fit as Json)
    } catch (unfit) {
      if (!(unfit instanceof Unfit)) throw unfit
      setWrong(t(unfit.message))
      give(next)
    }
  }
  const leave = () => {
    setLeft(true)
    if (wrong === null) setText(null)
  }
  return (
    <FieldFrame field={field} error={error} inline={inline}>
      <Input
        {...controlStyle({ ...props, error })}
        value={shown}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={(event) => inline === true && event.currentTarget.select()}
        onBlur={leave}
        inputMode={props.inputMode}
        placeholder={props.placeholder}
        type={props.type ?? 'text'}
        autoComplete={props.autoComplete ?? 'off'}
        leftSection={props.leftSection}
        rightSection={props.rightSection}
        rightSectionWidth={props.rightSectionWidth ?? 34}
        rightSectionPointerEvents="all"
        styles={right === true ? { input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } } : {}}
      />
    </FieldFrame>
  )
}

function showSafely<Value>(value: Value | null, show: (value: Value) => string): string {
  if (value === null || value === undefined) return ''
  try {
    return show(value)
  } catch {
    return String(value)
  }
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
