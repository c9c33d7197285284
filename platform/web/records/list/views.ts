import { queryOptions } from '@tanstack/react-query'
import type { ViewDeclaration } from '#platform/objects/define-object.ts'
import { labelOf } from '#platform/objects/label.ts'
import type { FilterJson } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client, type AnyRecord } from '#platform/web/data/client.ts'
import { t } from '#platform/web/language/t.ts'

export interface ViewDefinition {
  readonly layout: 'table' | 'board'
  readonly fields: readonly string[]
  readonly where?: FilterJson
  readonly sort?: string
  readonly group?: string
  readonly sum?: string
}

/** A way to look at an object: declared with it, or kept by a person. */
export interface ListView extends ViewDefinition {
  /** Name of a declared view, id of a saved one. */
  readonly key: string
  readonly label: string
  readonly saved?: {
    readonly id: string
    readonly version: number
    readonly shared: boolean
    readonly owner: string | null
    readonly first: boolean
  }
}

/** Views that come with the object; there is always a table. */
export function declaredViews(object: ObjectModel): readonly ListView[] {
  const declared = object.views.filter(isShown).map((view): ListView => ({
    ...view,
    key: view.name,
    label: t(view.label ?? labelOf(view.name)),
  }))
  if (declared.some((view) => view.layout === 'table')) return declared
  const every: ListView = {
    key: 'all',
    label: t('All {objects}', { objects: t(object.pluralLabel).toLowerCase() }),
    layout: 'table',
    fields: usualFields(object),
  }
  return [every, ...declared]
}

const isShown = (view: ViewDeclaration): view is ViewDeclaration & { layout: 'table' | 'board' } =>
  view.layout === 'table' || view.layout === 'board'

/** Columns of an object that declares none. */
export function usualFields(object: ObjectModel): readonly string[] {
  const own = [...object.fields.values()].filter(
    (field) => !field.standard && field.name !== object.title.name && field.kind.family !== 'opaque',
  )
  const last = ['owner', 'updated_at'].filter((name) => object.fields.has(name))
  return [object.title.name, ...own.slice(0, 6).map((field) => field.name), ...last]
}

/** Views that people keep: their own and those shared with everyone. */
export const savedViewsQuery = (views: ObjectModel | undefined, object: ObjectModel) =>
  queryOptions({
    queryKey: ['records', 'view', 'of', object.name],
    queryFn: async ({ signal }) =>
      (
        await client.list(
          views!,
          { where: { object: object.name }, sort: 'order,name', limit: 200, count: 'none' },
          { signal },
        )
      ).data as readonly AnyRecord[],
    enabled: views !== undefined,
  })

export function savedView(record: AnyRecord): ListView {
  const definition = (record['definition'] ?? {}) as Partial<ViewDefinition>
  return {
    ...definition,
    key: record.id,
    label: record['name'],
    layout: definition.layout ?? 'table',
    fields: definition.fields ?? [],
    saved: {
      id: record.id,
      version: record.version,
      shared: record['shared'] === true,
      owner: record['owner']?.id ?? null,
      first: (definition as { first?: boolean }).first === true,
    },
  }
}
