import { sql, type Kysely } from 'kysely'
import { qualified } from './sql-names.ts'

/**
 * Makes the log's partitions for every month that touches `from` … `to`. Entries of a month without one go to the
 * default partition, so nothing fails without it; such a month then stays there.
 *
 * @example await ensureLogPartitions(db, 'ws_acme', new Date('2026-01-01'), new Date('2026-12-31'))
 */
export async function ensureLogPartitions(
  db: Kysely<any>,
  schema: string,
  from: Date,
  to: Date,
): Promise<void> {
  const months = monthsBetween(from, to)
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relispartition and c.relname like 'log\\_%'`.execute(db)
  const there = new Set(rows.map((row) => row.name))
  const missing = months.filter((month) => !there.has(month.name))
  if (missing.length === 0) return
  const { rows: kept } = await sql<{ month: string }>`
    select distinct to_char(at at time zone 'UTC', 'YYYY_MM') as month
    from ${sql.id(schema)}.log_rest`.execute(db)
  const inDefault = new Set(kept.map((row) => `log_${row.month}`))
  const statements = missing
    .filter((month) => !inDefault.has(month.name))
    .map(
      ({ name, start, end }) =>
        `create table if not exists ${qualified(schema, name)} partition of ${qualified(schema, 'log')} for values from ('${start}') to ('${end}')`,
    )
  if (statements.length > 0) await sql.raw(statements.join(';\n')).execute(db)
}

interface Month {
  readonly name: string
  readonly start: string
  readonly end: string
}

function monthsBetween(from: Date, to: Date): Month[] {
  const months: Month[] = []
  let [year, month] = [from.getUTCFullYear(), from.getUTCMonth()]
  for (;;) {
    const start = new Date(Date.UTC(year, month, 1))
    if (start > to) return months
    const end = new Date(Date.UTC(year, month + 1, 1))
    const name = `log_${start.getUTCFullYear()}_${String(start.getUTCMonth() + 1).padStart(2, '0')}`
    months.push({ name, start: start.toISOString(), end: end.toISOString() })
    ;[year, month] = [end.getUTCFullYear(), end.getUTCMonth()]
  }
}
