import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank, oneLine, quoted, textOf } from '../clean-text.ts'
import { Unfit, type Kind } from '../kind.ts'

/** A web address, `https://example.com/path`. */
export const url = (options: FieldOptions = {}): Field<string> => ({ ...options, kind: 'url' })

const longest = 2000

export const urlKind: Kind<string, FieldOptions> = {
  name: 'url',
  label: 'Web address',
  icon: 'globe',
  family: 'text',
  parse: (input) =>
    isBlank(input) ? null : readUrl(textOf(input, 'Give a web address such as https://example.com.')),
  fromText: (text) => text,
  toText: (value) => value,
  format: (value) => value.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''),
  scalar: (value) => value,
  schema: () => ({ type: 'string', format: 'uri', maxLength: longest }),
  writeSchema: () => ({ type: 'string', maxLength: longest }),
}

function readUrl(text: string): string {
  const written = oneLine(text)
  const unfit = new Unfit(
    `${quoted(written)} is not a web address; give one such as https://example.com.`,
    'url',
  )
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(written)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') throw unfit
  const parsed = URL.parse(scheme === undefined ? `https://${written.replace(/^\/\//, '')}` : written)
  const host = parsed?.hostname ?? ''
  // A name needs a dot; a password in an address would be shown to everybody.
  const named =
    /^[^.]+(\.[^.]+)+$/.test(host.replace(/\.$/, '')) || host === 'localhost' || host.startsWith('[')
  if (parsed === null || !named || parsed.username !== '' || parsed.password !== '' || /\s/.test(written))
    throw unfit
  // A bare domain stays one: `https://example.com` without the slash that browsers add.
  const value =
    parsed.pathname === '/' && parsed.search === '' && parsed.hash === '' ? parsed.origin : parsed.href
  if (value.length > longest) throw new Unfit(`Use at most ${longest} characters.`, 'too_long')
  return value
}
