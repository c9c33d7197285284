import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { atMost, cleanText, isBlank, textOf } from '../clean-text.ts'
import type { Kind } from '../kind.ts'

interface LongTextOptions extends FieldOptions {
  /** Longest text allowed, in characters; default 20,000. */
  readonly max?: number
}

/** Text of several lines. */
export const longText = (options: LongTextOptions = {}): Field<string> => ({ ...options, kind: 'long_text' })

const usual = 20_000

export const longTextKind: Kind<string, LongTextOptions> = {
  name: 'long_text',
  label: 'Long text',
  icon: 'align-left',
  family: 'text',
  parse(input, field) {
    if (isBlank(input)) return null
    const value = cleanText(textOf(input)).replaceAll(/\r\n?/g, '\n').trim()
    return value === '' ? null : atMost(value, field.options.max ?? usual)
  },
  fromText: (text) => text,
  toText: (value) => value,
  format: (value) => value.replaceAll(/\s+/g, ' '),
  scalar: (value) => value,
  schema: (field) => ({ type: 'string', maxLength: field.options.max ?? usual }),
  check({ options }) {
    const { max = usual } = options
    return [
      ...(Number.isInteger(max) && max >= 1 && max <= 1_000_000
        ? []
        : ['can have a max of 1 to 1000000 characters.']),
      ...(options.unique === true ? ['cannot be unique; use a text for that.'] : []),
    ]
  },
}
