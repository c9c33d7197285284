import { sql } from 'kysely'
import { plainColumn } from '../plain-column.ts'
import { textIndexes } from '../text-indexes.ts'

/** `https://www.example.com/path` → `example.com`. */
const domainOf = (column: string): string => `substring(${column} from '^https?://(?:www\\.)?([^/:?#]+)')`

export const urlColumn = plainColumn<string>('text', {
  indexes: (field) => [
    ...textIndexes(field),
    { name: 'same', using: 'btree', on: `(${domainOf(`"${field.name}"`)})` },
  ],
  probes: (value) => [/^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(value)?.[1] ?? value],
  holds: (field, { alias }, probe) =>
    sql<boolean>`${sql.raw(domainOf(`"${alias}"."${field.name}"`))} = ${probe} #>> '{}'`,
})
