import { sql } from 'kysely'
import type { Column } from '../column.ts'
import type { Money } from './kind.ts'

/** `amount`, `amount_currency`, and `amount_base`: its value in the workspace's base currency, set by the engine. */
export const moneyColumn: Column<Money> = {
  columns: ({ name }) => [
    { name, type: 'numeric(18,4)' },
    { name: `${name}_currency`, type: 'text' },
    { name: `${name}_base`, type: 'numeric(18,4)' },
  ],
  indexes: ({ name }) => [{ name: 'sort', using: 'btree', on: `"${name}_base", "id"` }],
  base: ({ name }) => `${name}_base`,
  uniqueOn: ({ name }) => `"${name}", "${name}_currency"`,
  write: (value, { name }) => ({
    [name]: value?.amount ?? null,
    [`${name}_currency`]: value?.currency ?? null,
  }),
  read({ name }, { alias, query }) {
    const [amount, currency, base] = [name, `${name}_currency`, `${name}_base`].map((one) =>
      sql.ref(`${alias}.${one}`),
    )
    const value = sql`'amount', trim_scale(${amount}), 'currency', ${currency}`
    return sql`case when ${amount} is not null then
      case when ${currency} = ${query.reader.currency} then json_build_object(${value}) else json_build_object(${value}, 'base', trim_scale(${base})) end end`
  },
  stored({ name }, { alias }) {
    const amount = sql.ref(`${alias}.${name}`)
    return sql`case when ${amount} is not null then json_build_object('amount', trim_scale(${amount}), 'currency', ${sql.ref(`${alias}.${name}_currency`)}) end`
  },
  scalar: ({ name }, { alias }) => sql.ref(`${alias}.${name}_base`),
  part: ({ name }, { alias }, part) => sql.ref(`${alias}.${part === 'amount' ? name : `${name}_currency`}`),
}
