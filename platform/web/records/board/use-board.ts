import { useQuery } from '@tanstack/react-query'
import { choicesOf } from '#platform/fields/choice/choices-of.ts'
import type { FilterJson, Json } from '#platform/objects/json.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import type { AnyRecord, BoardColumn, BoardQuery } from '#platform/web/data/client.ts'
import { boardQuery, rowsQuery } from '#platform/web/data/queries.ts'
import { titleOf } from '#platform/web/data/changes.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { declaredViews } from '../list/views.ts'
import type { ListState } from '../list/use-list.ts'

export interface Column extends BoardColumn<AnyRecord> {
  readonly label: string
  readonly color: string | undefined
}

/** Where a card may be dropped though the board's filter hides it: won, lost. */
export interface DropZone {
  readonly key: string
  readonly label: string
}

export interface BoardState {
  readonly group: FieldModel
  readonly query: BoardQuery
  readonly columns: readonly Column[]
  readonly zones: readonly DropZone[]
  readonly pending: boolean
  readonly error: Error | null
  readonly stale: boolean
  refetch(): void
}

/** Columns in the order of the field's choices, or of the records it refers to; empty ones too. */
export function useBoard(list: ListState): BoardState {
  const { object, where, fields, sort, sum, q } = list
  const group = object.fields.get(list.group!)!
  const query: BoardQuery = {
    where,
    group: group.name,
    limit: 100,
    fields: [...new Set([object.title.name, group.name, ...fields])],
    ...(sort === '' ? {} : { sort }),
    ...(sum === undefined ? {} : { sum }),
    ...(q === '' ? {} : ({ q } as object)),
  }
  const found = useQuery(boardQuery(object, query))
  const { offered, zones, waiting } = useOffered(group, where[group.name])
  const given = new Map((found.data ?? []).map((column) => [column.key, column]))
  const known = new Set(offered.map((one) => one.key))
  const columns = offered.map((one): Column => ({
    ...(given.get(one.key) ?? emptyColumn(one.key)),
    label: one.label,
    color: one.color,
  }))
  const others = (found.data ?? [])
    .filter((column) => column.key === null || !known.has(column.key))
    .map((column): Column => ({
      ...column,
      label: column.title ?? t('Without {field}', { field: t(group.label).toLowerCase() }),
      color: undefined,
    }))
  return {
    group,
    query,
    zones,
    columns: [
      ...others.filter((column) => column.key === null),
      ...columns,
      ...others.filter((column) => column.key !== null),
    ],
    // Columns that came later, on the left, would leave the board scrolled to the right of them.
    pending: found.isPending || waiting,
    error: found.error,
    stale: found.isPlaceholderData,
    refetch: () => void found.refetch(),
  }
}

interface Offered {
  readonly key: string
  readonly label: string
  readonly color: string | undefined
}

/** The values that make columns, and those that only take what is dropped, since the filter hides them. */
function useOffered(
  group: FieldModel,
  narrowed: Json | undefined,
): { offered: readonly Offered[]; zones: readonly DropZone[]; waiting: boolean } {
  const { model } = useSession()
  const target = group.relation === undefined ? undefined : model.objects.get(group.relation.to)
  const any = target ?? model.objects.values().next().value!
  const sort = target === undefined ? '' : (declaredViews(target)[0]?.sort ?? target.title.name)
  const fields = target === undefined ? [] : [target.title.name]
  const nested = isFilter(narrowed) ? narrowed : undefined
  const shown = useQuery({
    ...rowsQuery(any, { sort, fields, ...(nested === undefined ? {} : { where: nested }) }, 60),
    enabled: target !== undefined,
  })
  const all = useQuery({
    ...rowsQuery(any, { sort, fields }, 60),
    enabled: target !== undefined && nested !== undefined,
  })
  if (target === undefined) {
    const choices = choicesOf(group.options as never).all.filter((one) => one.retired !== true)
    const wanted = wantedOf(narrowed)
    const offered = choices.filter((one) => wanted === undefined || wanted.includes(one.value))
    const zones = choices.filter((one) => !offered.includes(one))
    return {
      waiting: false,
      offered: offered.map((one) => ({ key: one.value, label: t(one.label), color: one.color })),
      zones: zones.map((one) => ({ key: one.value, label: t(one.label) })),
    }
  }
  const rows = (shown.data?.data ?? []) as readonly AnyRecord[]
  const wanted = nested === undefined ? wantedOf(narrowed) : undefined
  const offered = rows.filter((row) => wanted === undefined || wanted.includes(row.id))
  const hidden = ((nested === undefined ? rows : (all.data?.data ?? [])) as readonly AnyRecord[]).filter(
    (row) => !offered.some((one) => one.id === row.id),
  )
  return {
    waiting: shown.isPending,
    offered: offered.map((row) => ({ key: row.id, label: titleOf(target, row), color: undefined })),
    zones: hidden.slice(0, 6).map((row) => ({ key: row.id, label: titleOf(target, row) })),
  }
}

const emptyColumn = (key: string): BoardColumn<AnyRecord> => ({
  key,
  title: null,
  count: 0,
  sum: null,
  records: [],
})

const operators = new Set(['eq', 'ne', 'in', 'notIn', 'empty'])

const isFilter = (value: Json | undefined): value is FilterJson =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !Object.keys(value).some((key) => operators.has(key))

function wantedOf(value: Json | undefined): readonly Json[] | undefined {
  if (value === undefined || value === null) return undefined
  if (Array.isArray(value)) return value
  return typeof value === 'object'
    ? ((value as Record<string, Json>)['in'] as readonly Json[] | undefined)
    : [value]
}
