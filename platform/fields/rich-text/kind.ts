import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { atMost, cleanText, isBlank, textOf } from '../clean-text.ts'
import type { Kind } from '../kind.ts'
import { paragraphs, plainText } from './plain-text.ts'

interface RichTextOptions extends FieldOptions {
  /** Longest HTML allowed, in characters; default 100,000. */
  readonly max?: number
}

/** Formatted text, as HTML. The server keeps harmless tags only, see `sanitize.ts`. */
export const richText = (options: RichTextOptions = {}): Field<string> => ({ ...options, kind: 'rich_text' })

const usual = 100_000

export const richTextKind: Kind<string, RichTextOptions> = {
  name: 'rich_text',
  label: 'Formatted text',
  icon: 'pilcrow',
  family: 'text',
  parse(input, field) {
    if (isBlank(input)) return null
    const html = asHtml(cleanText(textOf(input)))
    if (html === '' || (plainText(html) === '' && !/<(?:img|hr|table)\b/i.test(html))) return null
    return atMost(html, field.options.max ?? usual)
  },
  fromText: (text) => text,
  toText: (value) => value,
  format: plainText,
  scalar: plainText,
  words: plainText,
  schema: (field) => ({
    type: 'string',
    contentMediaType: 'text/html',
    maxLength: field.options.max ?? usual,
  }),
  check({ options }) {
    const { max = usual } = options
    return [
      ...(Number.isInteger(max) && max >= 1 && max <= 1_000_000
        ? []
        : ['can have a max of 1 to 1000000 characters.']),
      ...(options.unique === true ? ['cannot be unique; use a text for that.'] : []),
    ]
  },
}

/** A text without any tag is plain text: its lines become paragraphs. */
function asHtml(given: string): string {
  const text = given.replaceAll(/\r\n?/g, '\n').trim()
  return /<[a-z][^>]*>/i.test(text) ? text : paragraphs(text)
}
