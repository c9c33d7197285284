import { sql } from 'kysely'
import { plainColumn } from '../plain-column.ts'
import { plainText } from './plain-text.ts'
import { sanitize } from './sanitize.ts'

export const richTextColumn = plainColumn<string>('text', {
  indexes: () => [],
  clean(html) {
    const harmless = sanitize(html)
    return plainText(harmless) === '' && !/<(?:img|hr|table)\b/.test(harmless) ? null : harmless
  },
  words: (field, { alias }) =>
    sql<string>`regexp_replace(${sql.ref(`${alias}.${field.name}`)}, '<[^>]*>|&nbsp;', ' ', 'g')`,
})
