import type { Json } from '#platform/objects/json.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { client, type AnyRecord } from '#platform/web/data/client.ts'
import { titleOf } from '#platform/web/data/changes.ts'
import { keyOf, type Columns } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { offerUndo } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'

interface Move {
  readonly object: ObjectModel
  readonly group: FieldModel
  readonly record: AnyRecord
  readonly to: { readonly key: string | null; readonly label: string }
  /** What the server asked for before it lets the card in. */
  readonly further?: Readonly<Record<string, Json>>
}

/**
 * Moves a card at once on the screen, then on the server; when that says no, the card goes back.
 *
 * @throws Problem, with a message per field where something must be filled in first
 */
export async function moveCard({ object, group, record, to, further = {} }: Move): Promise<void> {
  const boards = queryClient.getQueriesData<Columns>({ queryKey: keyOf(object, 'board') })
  const value =
    to.key === null ? null : group.relation === undefined ? to.key : { id: to.key, title: to.label }
  queryClient.setQueriesData(
    { queryKey: keyOf(object, 'board') },
    (columns: Columns | undefined) => columns && moved(columns, record, to.key, { [group.name]: value }),
  )
  try {
    const done = await client.update(object, record.id, { ...further, [group.name]: to.key })
    offerUndo(
      done.change,
      t('{title} moved to {column}.', { title: titleOf(object, record), column: to.label }),
    )
  } catch (error) {
    for (const [key, data] of boards) queryClient.setQueryData(key, data)
    throw error
  }
  await queryClient.invalidateQueries({ queryKey: keyOf(object) })
}

function moved(columns: Columns, record: AnyRecord, to: string | null, values: object): Columns {
  const without = columns.map((column) => {
    const records = column.records.filter((one) => one.id !== record.id)
    return records.length === column.records.length ? column : { ...column, records, count: column.count - 1 }
  })
  const card = { ...record, ...values } as AnyRecord
  const known = without.some((column) => column.key === to)
  const target = known ? without : [...without, { key: to, title: null, count: 0, sum: null, records: [] }]
  return target.map((column) =>
    column.key === to ? { ...column, count: column.count + 1, records: [card, ...column.records] } : column,
  )
}
