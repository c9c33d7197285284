import { sql } from 'kysely'
import type { Column } from '../column.ts'
import { plainColumn } from '../plain-column.ts'
import { textIndexes } from '../text-indexes.ts'

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

export const autoNumberColumn: Column<string> = plainColumn<string>('text', {
  // format() fills up to a width and never cuts, as lpad would.
  columns: ({ name, options }) => [
    {
      name,
      type: 'text',
      default: `${quote(String(options['prefix'] ?? ''))} || replace(format('%${Number(options['digits'] ?? 1)}s', nextval('{sequence}')), ' ', '0')`,
    },
  ],
  sequence: ({ object, name, options }) => ({
    name: `${object}_${name}_seq`,
    start: Number(options['start'] ?? 1),
  }),
  // Nothing given: the column is left out, so that its default counts on.
  write: (value, { name }): Record<string, string> => (value === null ? {} : { [name]: value }),
  indexes: (field) => textIndexes(field),
  holds: (field, { alias }, probe) => sql<boolean>`${sql.ref(`${alias}.${field.name}`)} = ${probe} #>> '{}'`,
})
