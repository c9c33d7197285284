import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank, oneLine, textOf } from '../clean-text.ts'
import { Unfit, type Kind } from '../kind.ts'
import { setScalar } from '../set-scalar.ts'

/** Free words. The same word in other letters counts once; a tag has no commas or semicolons. */
export const tags = (options: FieldOptions = {}): Field<readonly string[]> => ({ ...options, kind: 'tags' })

const most = 50
const longest = 60

export const tagsKind: Kind<readonly string[], FieldOptions> = {
  name: 'tags',
  label: 'Tags',
  icon: 'tags',
  family: 'set',
  parse(input) {
    if (isBlank(input)) return null
    const given: readonly unknown[] = Array.isArray(input) ? input : [input]
    const found = new Map<string, string>()
    for (const tag of given
      .filter((one) => !isBlank(one))
      .flatMap((one) => split(textOf(one as never, 'Give a list of words.')))) {
      if (tag.length > longest) throw new Unfit(`A tag has at most ${longest} characters.`, 'too_long')
      const key = tag.toLowerCase()
      if (!found.has(key)) found.set(key, tag)
    }
    if (found.size > most) throw new Unfit(`Give at most ${most} tags.`, 'too_many')
    return found.size === 0 ? null : [...found.values()]
  },
  fromText: (text) => (isBlank(text) ? null : split(text)),
  toText: (value) => value.join('; '),
  format: (value) => value.join(', '),
  scalar: setScalar,
  words: (value) => value.join(' '),
  schema: () => ({
    type: 'array',
    items: { type: 'string', maxLength: longest },
    minItems: 1,
    maxItems: most,
  }),
  writeSchema: () => ({ type: 'array', items: { type: 'string', maxLength: longest } }),
  check: ({ options }) => (options.unique === true ? ['cannot be unique.'] : []),
}

function split(text: string): string[] {
  const pieces = text
    .split(/[,;\r\n\u2028\u2029]+/)
    .map((one) => oneLine(one).normalize('NFC').replaceAll(/\s+/g, ' ').trim())
  return pieces.filter((one) => one !== '')
}
