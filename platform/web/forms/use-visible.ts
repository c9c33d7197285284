import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FieldModel, Model, ObjectModel } from '#platform/objects/model.ts'
import { fieldsNeeded } from '#platform/objects/filter/fields-needed.ts'
import type { Filter } from '#platform/objects/filter/filter.ts'
import { matches } from '#platform/objects/filter/matches.ts'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import type { Reader } from '#platform/objects/reader.ts'
import { client } from '#platform/web/data/client.ts'
import { keyOf } from '#platform/web/data/queries.ts'
import { useModel, useSession } from '#platform/web/data/session.ts'
import { parseContext } from '#platform/web/language/reader.ts'

/**
 * Which fields the values of the form call for (`visible_when`). What a condition asks of a referenced record
 * (`{ stage: { kind: 'lost' } }`) is fetched when that record is chosen.
 */
export function useVisible(
  object: ObjectModel,
  fields: readonly FieldModel[],
  values: Readonly<Record<string, unknown>>,
) {
  const model = useModel()
  const { me } = useSession()
  const conditions = useMemo(() => conditionsOf(model, object, fields), [model, object, fields])
  const asked = useMemo(() => askedOf(object, conditions), [object, conditions])
  const chosen = [...asked].flatMap(([name, needed]) => {
    const id = idOf(values[name])
    const to = object.fields.get(name)?.relation?.to
    return id === null || to === undefined ? [] : [{ name, id, to: model.object(to), needed }]
  })
  const answers = useQueries({
    queries: chosen.map(({ id, to, needed }) => ({
      queryKey: keyOf(to, 'one', id, needed),
      queryFn: () => client.read(to, id, needed),
      staleTime: 60_000,
    })),
  })
  const record: Record<string, unknown> = { ...values }
  for (const [at, { name }] of chosen.entries())
    if (answers[at]?.data !== undefined) record[name] = answers[at].data
  const reader: Reader = { ...parseContext(), teams: me.teams, fiscal_start: 1, week_start: 1 }
  return (field: FieldModel): boolean => {
    const condition = conditions.get(field.name)
    return condition === undefined || matches(condition, record, reader)
  }
}

function conditionsOf(
  model: Model,
  object: ObjectModel,
  fields: readonly FieldModel[],
): ReadonlyMap<string, Filter> {
  return new Map(
    fields.flatMap((field) => {
      const condition = field.options.visible_when
      return condition === undefined || !model.objects.has(object.name)
        ? []
        : [[field.name, parseFilter(model, object.name, condition)]]
    }),
  )
}

/** By reference field, the fields of its record that conditions ask for. */
function askedOf(
  object: ObjectModel,
  conditions: ReadonlyMap<string, Filter>,
): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, string[]>()
  for (const path of [...conditions.values()].flatMap(fieldsNeeded)) {
    const [first, ...rest] = path.split('.')
    if (rest.length === 0 || object.fields.get(first!)?.relation?.many !== false) continue
    asked.set(first!, [...new Set([...(asked.get(first!) ?? []), rest.join('.')])])
  }
  return asked
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string' && value !== '') return value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
}
