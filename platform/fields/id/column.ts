import { sql } from 'kysely'
import type { Column } from '../column.ts'

export const idColumn: Column<string, { readonly generated?: string }> = {
  columns: (field) => [
    {
      name: field.name,
      type: 'uuid',
      ...(field.options.generated === undefined ? {} : { generated: field.options.generated }),
    },
  ],
  write: (value, field) => ({ [field.name]: value }),
  read: (field, scope) => sql.ref(`${scope.alias}.${field.name}`),
  scalar: (field, scope) => sql.ref(`${scope.alias}.${field.name}`),
}
