import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { readEmail } from '../email/kind.ts'
import {
  entriesFromText,
  entriesSchema,
  entriesToText,
  entryParts,
  parseEntries,
  primaryOf,
  type StatedEntry,
} from '../entries.ts'
import type { Kind } from '../kind.ts'

/** E-mail addresses of somebody, the primary one first; `state` is what mail to it has shown. */
export const emails = (options: FieldOptions = {}): Field<readonly StatedEntry[]> => ({
  ...options,
  kind: 'emails',
})

const sentence = 'Give e-mail addresses such as ana@example.com.'

export const emailsKind: Kind<readonly StatedEntry[], FieldOptions> = {
  name: 'emails',
  label: 'E-mails',
  icon: 'mails',
  family: 'structure',
  parts: { primary: 'text', kind: 'text', state: 'choice' },
  parse: (input) => parseEntries(input, { read: readEmail, sentence, states: true }),
  fromText: (text) => entriesFromText(text),
  toText: entriesToText,
  format: (value) => value.map((one) => one.value).join(', '),
  scalar: primaryOf,
  ...entryParts,
  schema: () => entriesSchema({ type: 'string', format: 'email' }, true, false),
  writeSchema: () => entriesSchema({ type: 'string', format: 'email' }, true, true),
  check: ({ options }) =>
    options.unique === true ? ['cannot be unique; a duplicate rule tells of equal addresses.'] : [],
}
