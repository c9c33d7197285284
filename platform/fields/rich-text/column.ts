import { sql } from 'kysely'
import type { FieldModel } from '#platform/objects/model.ts'
import type { Scope } from '#platform/server/records/scope.ts'
import { plainColumn } from '../plain-column.ts'
import { plainText, plainTextSql } from './plain-text.ts'
import { sanitize } from './sanitize.ts'

const says = (field: FieldModel, { alias }: Scope) =>
  sql.raw<string>(plainTextSql(`"${alias}"."${field.name}"`))

/** Filters compare what the text says, not its tags. */
export const richTextColumn = plainColumn<string>('text', {
  indexes: () => [],
  clean(html) {
    const harmless = sanitize(html)
    return plainText(harmless) === '' && !/<(?:img|hr|table)\b/.test(harmless) ? null : harmless
  },
  scalar: says,
  words: says,
})
