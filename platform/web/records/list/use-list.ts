import { useQuery } from '@tanstack/react-query'
import type { FilterJson } from '#platform/objects/json.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { sameJson } from '#platform/objects/same-json.ts'
import { useSession } from '#platform/web/data/session.ts'
import { useAddress, useChangeAddress } from '#platform/web/shell/address.ts'
import {
  declaredViews,
  savedView,
  savedViewsQuery,
  usualFields,
  type ListView,
  type ViewDefinition,
} from './views.ts'

/** What a list shows and how: its view, with what the address says laid over it. */
export interface ListState extends Required<Pick<ViewDefinition, 'layout' | 'fields'>> {
  readonly object: ObjectModel
  readonly views: readonly ListView[]
  readonly view: ListView
  readonly where: FilterJson
  readonly sort: string
  readonly q: string
  readonly group: string | undefined
  readonly sum: string | undefined
  /** The address differs from the view. */
  readonly changed: boolean
  readonly definition: ViewDefinition
  change(
    what: Partial<Pick<ViewDefinition, 'layout' | 'fields' | 'where' | 'sort' | 'group' | 'sum'>> & {
      readonly q?: string
    },
  ): void
  choose(view: ListView): void
  /** Back to the view as it is kept. */
  reset(): void
}

const overrides = {
  layout: undefined,
  where: undefined,
  sort: undefined,
  fields: undefined,
  group: undefined,
  sum: undefined,
  q: undefined,
}

export function useList(object: ObjectModel): ListState {
  const session = useSession()
  const address = useAddress()
  const go = useChangeAddress()
  const saved = useQuery(savedViewsQuery(session.model.objects.get('view'), object)).data ?? []
  const views = [...declaredViews(object), ...saved.map(savedView)]
  const first = views.find((view) => view.saved?.first === true && view.saved.owner === session.me.id)
  const view = views.find((one) => one.key === address.view) ?? first ?? views[0]!
  const seen = new Set(session.fieldsOf(object).map((field) => field.name))

  const layout = address.layout ?? view.layout
  const plain = view.fields.length > 0 ? view.fields : usualFields(object)
  const usual =
    layout === 'table' && view.layout === 'board'
      ? [object.title.name, ...plain.filter((name) => name !== object.title.name)]
      : plain
  const fields = (address.fields?.split(',') ?? usual).filter((name) => seen.has(name))
  const where = address.where ?? view.where ?? {}
  const sort = address.sort ?? view.sort ?? ''
  const group = address.group ?? view.group ?? groupable(session.fieldsOf(object))[0]?.name
  const sum = address.sum ?? view.sum
  const definition: ViewDefinition = {
    layout,
    fields,
    where,
    sort,
    ...(layout === 'board' && group !== undefined ? { group } : {}),
    ...(layout === 'board' && sum ? { sum } : {}),
  }
  const changed =
    layout !== view.layout ||
    sort !== (view.sort ?? '') ||
    !sameJson(where, view.where ?? {}) ||
    (layout === view.layout && fields.join() !== usual.filter((name) => seen.has(name)).join()) ||
    (address.group !== undefined && address.group !== view.group)

  return {
    object,
    views,
    view,
    layout,
    fields,
    where,
    sort,
    group,
    definition,
    changed,
    sum: sum === '' ? undefined : sum,
    q: address.q ?? '',
    change({ fields: columns, ...rest }) {
      go(
        {
          ...rest,
          ...(columns === undefined ? {} : { fields: columns.join(',') }),
          ...('q' in rest ? { q: rest.q || undefined } : {}),
        },
        { replace: true },
      )
    },
    choose: (next) =>
      go({ ...overrides, view: next === views[0] && first === undefined ? undefined : next.key }),
    reset: () => go({ ...overrides, view: address.view }),
  }
}

/** Fields whose values can be the columns of a board. */
export const groupable = (fields: readonly FieldModel[]): readonly FieldModel[] =>
  fields.filter(
    (field) =>
      field.kind.computed !== true &&
      !field.standard &&
      (field.kind.family === 'choice' || field.kind.family === 'one') &&
      field.kind.internal !== true,
  )
