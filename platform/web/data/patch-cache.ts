import type { QueryClient } from '@tanstack/react-query'
import type { AnyRecord } from './client.ts'

/**
 * Lays new values over a record wherever it is held: pages of lists, columns of boards, the record itself. A row
 * takes only the fields that it shows.
 */
export function patchRecord(
  cache: QueryClient,
  object: string,
  id: string,
  values: Readonly<Record<string, unknown>>,
): void {
  cache.setQueriesData({ queryKey: ['records', object] }, (data: unknown) =>
    mapRecords(data, (record) => (record.id === id ? laidOver(record, values) : record)),
  )
}

/** Takes a record out wherever it is held, and out of the counts. */
export function dropRecord(cache: QueryClient, object: string, id: string): void {
  cache.setQueriesData({ queryKey: ['records', object] }, (data: unknown) =>
    mapRecords(data, (record) => (record.id === id ? null : record)),
  )
}

function laidOver(record: AnyRecord, values: Readonly<Record<string, unknown>>): AnyRecord {
  const shown = Object.entries(values).filter(([name]) => name in record)
  return { ...record, ...Object.fromEntries(shown) }
}

type Change = (record: AnyRecord) => AnyRecord | null

/** Same data, when nothing in it changed: what is not touched is not drawn again. */
function mapRecords(data: unknown, change: Change): unknown {
  if (data === undefined || data === null || typeof data !== 'object') return data
  if ('pages' in data && Array.isArray(data.pages))
    return withList(data, 'pages', (page) => mapRecords(page, change))
  if ('data' in data && Array.isArray(data.data)) return withRows(data as never, change)
  if (Array.isArray(data))
    return keepIfSame(
      data,
      data.map((column) => ('records' in column ? withColumn(column, change) : column)),
    )
  if ('id' in data && 'version' in data) return change(data as AnyRecord) ?? data
  return data
}

function withList<T extends object>(data: T, name: keyof T, change: (one: unknown) => unknown): T {
  const before = data[name] as unknown[]
  const after = keepIfSame(before, before.map(change))
  return after === before ? data : { ...data, [name]: after }
}

function withRows(page: { data: AnyRecord[]; page?: { count: number | null } }, change: Change): unknown {
  const after = keepIfSame(
    page.data,
    page.data.map(change).filter((one) => one !== null),
  )
  if (after === page.data) return page
  const fewer = page.data.length - after.length
  const count = page.page?.count
  return {
    ...page,
    data: after,
    ...(typeof count === 'number' ? { page: { ...page.page, count: count - fewer } } : {}),
  }
}

function withColumn(column: { records: AnyRecord[]; count: number }, change: Change): unknown {
  const after = keepIfSame(
    column.records,
    column.records.map(change).filter((one) => one !== null),
  )
  return after === column.records
    ? column
    : { ...column, records: after, count: column.count - column.records.length + after.length }
}

function keepIfSame<T>(before: T[], after: T[]): T[] {
  return before.length === after.length && before.every((one, index) => one === after[index]) ? before : after
}
