import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank, quoted } from '../clean-text.ts'
import { Unfit, type Kind } from '../kind.ts'

/** Yes or no; empty while nobody has said, unless it has a default. */
export const boolean = (options: FieldOptions = {}): Field<boolean> => ({ ...options, kind: 'boolean' })

const yes = new Set([
  'true',
  'yes',
  'y',
  '1',
  'on',
  't',
  'x',
  '✓',
  'ja',
  'j',
  'wahr',
  'oui',
  'vrai',
  'sí',
  'si',
  'sim',
])
const no = new Set(['false', 'no', 'n', '0', 'off', 'f', 'nein', 'falsch', 'non', 'faux', 'não', 'nao'])

export const booleanKind: Kind<boolean, FieldOptions> = {
  name: 'boolean',
  label: 'Yes or no',
  icon: 'toggle-left',
  family: 'boolean',
  parse(input) {
    if (isBlank(input)) return null
    const value = typeof input === 'boolean' ? input : read(input)
    if (value === undefined) throw new Unfit('Give true or false.')
    return value
  },
  fromText(text) {
    if (isBlank(text)) return null
    const value = read(text)
    if (value === undefined) throw new Unfit(`${quoted(text)} is neither yes nor no.`)
    return value
  },
  toText: (value) => (value ? 'yes' : 'no'),
  format: (value, _field, { locale }) =>
    locale.startsWith('de') ? (value ? 'Ja' : 'Nein') : value ? 'Yes' : 'No',
  scalar: (value) => value,
  schema: () => ({ type: 'boolean' }),
  check: ({ options }) => (options.unique === true ? ['cannot be unique.'] : []),
}

function read(input: unknown): boolean | undefined {
  const word =
    typeof input === 'string' || typeof input === 'number' ? String(input).trim().toLowerCase() : ''
  return yes.has(word) ? true : no.has(word) ? false : undefined
}
