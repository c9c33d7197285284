import { sql } from 'kysely'
import type { Money } from '#platform/fields/money/kind.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import type { FieldError } from '#platform/objects/problem.ts'
import type { Context, Values } from '../context.ts'
import { columnOf } from './query.ts'
import { tableOf } from './table.ts'

/**
 * How much one unit of each currency used in these rows is worth in the workspace's base currency today, by the
 * latest dated rate. Currencies without a rate are left out: `unknownRates` turns them into messages.
 */
export async function ratesFor(ctx: Context, currencies: ReadonlySet<string>): Promise<Map<string, number>> {
  const base = ctx.workspace.settings.currency
  const rates = new Map([[base, 1]])
  const others = [...currencies].filter((currency) => currency !== base)
  if (others.length === 0 || !ctx.model.objects.has('exchange_rate')) return rates
  const { rows } = await sql<{ currency: string; rate: string }>`
    select distinct on (currency) currency, rate from ${tableOf(ctx.workspace, 'exchange_rate')}
    where currency = any(${others}) and date <= ${ctx.now}::date and deleted_at is null
    order by currency, date desc`.execute(ctx.db)
  for (const { currency, rate } of rows) rates.set(currency, Number(rate))
  return rates
}

export function moneyFields(fields: readonly FieldModel[]): FieldModel[] {
  return fields.filter((field) => columnOf(field).base !== undefined)
}

export function currenciesIn(fields: readonly FieldModel[], rows: readonly Values[]): Set<string> {
  const amounts = rows.flatMap((values) =>
    moneyFields(fields).map((field) => values[field.name] as Money | null | undefined),
  )
  return new Set(amounts.flatMap((amount) => (amount == null ? [] : [amount.currency])))
}

/** Messages for amounts in a currency that has no rate yet. */
export function unknownRates(
  fields: readonly FieldModel[],
  values: Values,
  rates: ReadonlyMap<string, number>,
): FieldError[] {
  return moneyFields(fields).flatMap((field) => {
    const { currency } = (values[field.name] as Money | null | undefined) ?? {}
    if (currency === undefined || rates.has(currency)) return []
    const message = `There is no exchange rate for ${currency} yet. Add one, or use another currency.`
    return [{ field: field.name, code: 'no_rate', message }]
  })
}

/** The `…_base` columns of a row. Rounded to the column's four decimals. */
export function baseAmounts(
  fields: readonly FieldModel[],
  values: Values,
  rates: ReadonlyMap<string, number>,
): Record<string, number | null> {
  const amounts = moneyFields(fields).filter((field) => field.name in values)
  return Object.fromEntries(
    amounts.map((field) => {
      const amount = values[field.name] as Money | null
      const rate = amount === null ? 0 : (rates.get(amount.currency) ?? 0)
      return [
        columnOf(field).base!(field),
        amount === null ? null : Math.round(amount.amount * rate * 1e4) / 1e4,
      ]
    }),
  )
}
