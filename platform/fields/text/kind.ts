import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { Unfit, type Kind } from '../kind.ts'

interface TextOptions extends FieldOptions {
  /** Longest text allowed, in characters; default 255. */
  readonly max?: number
}

/** One line of text. */
export const text = (options: TextOptions = {}): Field<string> => ({ ...options, kind: 'text' })

export const textKind: Kind<string, TextOptions> = {
  name: 'text',
  label: 'Text',
  icon: 'type',
  family: 'text',
  parse(input, field) {
    if (input === null) return null
    if (typeof input === 'number') return String(input)
    if (typeof input !== 'string') throw new Unfit('Give a text.')
    // Line breaks pasted into one line become spaces; the database cannot hold NUL.
    const value = input.replaceAll('\u0000', '').replaceAll(/[\r\n\t]+/g, ' ').trim()
    const max = field.options.max ?? 255
    if (value.length > max) throw new Unfit(`Use at most ${max} characters; this has ${value.length}.`, 'too_long')
    return value === '' ? null : value
  },
  fromText: (text) => text,
  toText: (value) => value,
  format: (value) => value,
  scalar: (value) => value,
  schema: (field) => ({ type: 'string', maxLength: field.options.max ?? 255 }),
}
