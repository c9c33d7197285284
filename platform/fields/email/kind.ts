import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank, oneLine, quoted, textOf } from '../clean-text.ts'
import { Unfit, type Kind } from '../kind.ts'

/** An e-mail address, in small letters so that equal addresses are equal. */
export const email = (options: FieldOptions = {}): Field<string> => ({ ...options, kind: 'email' })

export const emailKind: Kind<string, FieldOptions> = {
  name: 'email',
  label: 'E-mail',
  icon: 'mail',
  family: 'text',
  parse: (input) =>
    isBlank(input) ? null : readEmail(textOf(input, 'Give an e-mail address such as ana@example.com.')),
  fromText: (text) => text,
  toText: (value) => value,
  format: (value) => value,
  scalar: (value) => value,
  schema: () => ({ type: 'string', format: 'email', maxLength: 254 }),
}

const local = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const domain = /^([\p{L}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,}$/u

/**
 * `Ana <Ana@Example.com>`, `mailto:ana@example.com` → `ana@example.com`. Whether a mailbox exists is for a mail to find out.
 *
 * @throws Unfit
 */
export function readEmail(text: string): string {
  const written = oneLine(text).normalize('NFC')
  const address = (/<([^<>]+)>$/.exec(written)?.[1] ?? written.replace(/^mailto:/i, '')).trim().toLowerCase()
  const at = address.lastIndexOf('@')
  const [name, host] = [address.slice(0, at), address.slice(at + 1)]
  const fits =
    at > 0 &&
    name.length <= 64 &&
    address.length <= 254 &&
    local.test(name) &&
    domain.test(host) &&
    !/\.\d+$/.test(host)
  if (!fits)
    throw new Unfit(`${quoted(written)} is not an e-mail address; give one such as ana@example.com.`, 'email')
  return address
}
