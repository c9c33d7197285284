import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Json } from '#platform/objects/json.ts'
import { controlStyle } from '#platform/web/forms/control-style.ts'
import { FieldFrame } from '#platform/web/forms/field-frame.tsx'
import { t } from '#platform/web/language/t.ts'
import type { CellProps, InputProps, View } from '../view.ts'
import classes from '../view.module.css'

function JsonCell({ value }: CellProps<Json>) {
  return <code className={classes['text']}>{JSON.stringify(value)}</code>
}

/** What is not JSON yet stays in the input and is not given on. */
function JsonInput(props: InputProps<Json>) {
  const { value, onChange, field, inline } = props
  const [text, setText] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const type = (next: string) => {
    setText(next)
    try {
      onChange(next.trim() === '' ? null : (JSON.parse(next) as Json))
      setWrong(false)
    } catch {
      setWrong(true)
      // No JSON can say it, so that the form sees that something is wrong; a cell keeps what it had.
      if (inline !== true) onChange(Number.NaN)
    }
  }
  const error = props.error ?? (wrong ? t('This is not JSON yet.') : undefined)
  return (
    <FieldFrame field={field} error={error} inline={inline}>
      <Textarea
        {...controlStyle({ ...props, error })}
        value={text ?? (value === null || Number.isNaN(value) ? '' : JSON.stringify(value, null, 2))}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => !wrong && setText(null)}
        autosize
        minRows={inline === true ? 1 : 3}
        maxRows={16}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
      />
    </FieldFrame>
  )
}

export const jsonView: View<Json> = {
  Cell: JsonCell,
  Input: JsonInput,
  wide: true,
  width: 240,
  about: 'Structured data for other programs.',
}
