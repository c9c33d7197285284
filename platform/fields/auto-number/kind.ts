import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { atMost, isBlank, oneLine, textOf } from '../clean-text.ts'
import type { Kind } from '../kind.ts'

interface AutoNumberOptions extends FieldOptions {
  /** Before the figures: `Q-`. */
  readonly prefix?: string
  /** Least number of figures, filled with zeros; default 1. */
  readonly digits?: number
  /** The first number; default 1. */
  readonly start?: number
}

/** A number that each new record gets, `Q-00042`. Numbers are never given twice; a failed attempt may leave a gap. */
export const autoNumber = (options: AutoNumberOptions = {}): Field<string> => ({
  read_only: true,
  unique: true,
  ...options,
  kind: 'auto_number',
})

const longest = 60

export const autoNumberKind: Kind<string, AutoNumberOptions> = {
  name: 'auto_number',
  label: 'Automatic number',
  icon: 'list-ordered',
  family: 'text',
  parse(input) {
    if (isBlank(input)) return null
    const value = atMost(oneLine(textOf(input)), longest)
    return value === '' ? null : value
  },
  fromText: (text) => text,
  toText: (value) => value,
  format: (value) => value,
  scalar: (value) => value,
  schema: () => ({ type: 'string', maxLength: longest }),
  check({ options }) {
    const { prefix = '', digits = 1, start = 1 } = options
    return [
      ...(prefix.length <= 20 && oneLine(prefix) === prefix
        ? []
        : ['can have a prefix of up to 20 characters, without spaces around it.']),
      ...(Number.isInteger(digits) && digits >= 1 && digits <= 12 ? [] : ['can have 1 to 12 digits.']),
      ...(Number.isInteger(start) && start >= 0 && start < 1e12
        ? []
        : ['can start at 0 or a positive whole number.']),
    ]
  },
}
