import type { Field, FieldOptions } from '#platform/objects/field.ts'
import {
  entriesFromText,
  entriesSchema,
  entriesToText,
  entryParts,
  parseEntries,
  primaryOf,
  type Entry,
} from '../entries.ts'
import type { Kind } from '../kind.ts'
import { formatPhone, readPhone } from '../phone/read-phone.ts'

/** Phone numbers of somebody, the primary one first. */
export const phones = (options: FieldOptions = {}): Field<readonly Entry[]> => ({
  ...options,
  kind: 'phones',
})

const sentence = 'Give phone numbers with their country, such as +49 30 123456.'

export const phonesKind: Kind<readonly Entry[], FieldOptions> = {
  name: 'phones',
  label: 'Phones',
  icon: 'phone-call',
  family: 'structure',
  parts: { primary: 'text', kind: 'text' },
  parse: (input, _field, context) =>
    parseEntries(input, { read: (text) => readPhone(text, context.country), sentence }),
  fromText: (text) => entriesFromText(text),
  toText: entriesToText,
  format: (value) => value.map((one) => formatPhone(one.value)).join(', '),
  scalar: primaryOf,
  ...entryParts,
  schema: () => entriesSchema({ type: 'string' }, false, false),
  writeSchema: () => entriesSchema({ type: 'string' }, false, true),
  check: ({ options }) =>
    options.unique === true ? ['cannot be unique; a duplicate rule tells of equal numbers.'] : [],
}
