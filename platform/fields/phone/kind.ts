import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank, textOf } from '../clean-text.ts'
import type { Kind } from '../kind.ts'
import { formatPhone, readPhone } from './read-phone.ts'

/** A phone number, kept as E.164 (`+493012345678`), with `;ext=12` for an extension. */
export const phone = (options: FieldOptions = {}): Field<string> => ({ ...options, kind: 'phone' })

const sentence = 'Give a phone number with its country, such as +49 30 123456.'

export const phoneKind: Kind<string, FieldOptions> = {
  name: 'phone',
  label: 'Phone',
  icon: 'phone',
  family: 'text',
  parse: (input, _field, context) =>
    isBlank(input) ? null : readPhone(textOf(input, sentence), context.country),
  fromText: (text) => text,
  toText: (value) => value,
  format: formatPhone,
  scalar: (value) => value,
  schema: () => ({ type: 'string', pattern: '^\\+[1-9][0-9]{3,14}(;ext=[0-9]{1,15})?$' }),
  writeSchema: () => ({ type: 'string', examples: ['+49 30 123456'] }),
}
