import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { atMost, isBlank, oneLine, textOf } from '../clean-text.ts'
import type { Kind } from '../kind.ts'

interface TextOptions extends FieldOptions {
  /** Longest text allowed, in characters; default 255. */
  readonly max?: number
}

/** One line of text. */
export const text = (options: TextOptions = {}): Field<string> => ({ ...options, kind: 'text' })

const usual = 255

export const textKind: Kind<string, TextOptions> = {
  name: 'text',
  label: 'Text',
  icon: 'type',
  family: 'text',
  parse(input, field) {
    if (isBlank(input)) return null
    const value = atMost(oneLine(textOf(input)), field.options.max ?? usual)
    return value === '' ? null : value
  },
  fromText: (text) => text,
  toText: (value) => value,
  format: (value) => value,
  scalar: (value) => value,
  schema: (field) => ({ type: 'string', maxLength: field.options.max ?? usual }),
  check({ options }) {
    const { max = usual } = options
    if (!Number.isInteger(max) || max < 1 || max > 10_000) return ['can have a max of 1 to 10000 characters.']
    // A B-tree entry holds 2,704 bytes, a character takes up to 4.
    const kept = options.indexed === true || options.unique === true
    return kept && max > 600 ? ['can be indexed or unique only with a max of at most 600 characters.'] : []
  },
}
