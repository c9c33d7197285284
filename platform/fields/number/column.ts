import { sql } from 'kysely'
import { plainColumn } from '../plain-column.ts'

const isWhole = (options: { readonly [option: string]: unknown }): boolean => options['decimals'] === 0

export const numberColumn = plainColumn<number>('numeric', {
  columns: (field) => [{ name: field.name, type: isWhole(field.options) ? 'bigint' : 'numeric' }],
  read(field, { alias }) {
    const column = sql.ref(`${alias}.${field.name}`)
    return isWhole(field.options) ? column : sql`trim_scale(${column})`
  },
})
