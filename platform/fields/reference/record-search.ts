import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Link } from '#platform/objects/define-object.ts'
import type { FilterJson } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client, type AnyRecord } from '#platform/web/data/client.ts'
import { keyOf } from '#platform/web/data/queries.ts'
import { fitsWords, type Pick } from '#platform/web/forms/pick.ts'
import { formatContext } from '#platform/web/language/reader.ts'

interface Found {
  readonly picks: readonly Pick[]
  readonly loading: boolean
  link(key: string): Link | null
}

/** Records of an object whose title or searchable words fit what is typed, the first eight. */
export function useRecordSearch(
  object: ObjectModel,
  typed: string,
  options: { enabled: boolean; where?: FilterJson },
): Found {
  const [words] = useDebouncedValue(typed.trim(), 150)
  const second = secondField(object)
  const fields = [object.title.name, ...(second === undefined ? [] : [second])]
  const query = useQuery({
    queryKey: keyOf(object, 'pick', words, options.where ?? null),
    queryFn: ({ signal }) =>
      client.list(
        object,
        {
          fields,
          limit: 8,
          count: 'none',
          ...(words === '' ? {} : { q: words }),
          ...(options.where === undefined ? {} : { where: options.where }),
        },
        { signal },
      ),
    enabled: options.enabled,
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  })
  const records = (query.data?.data ?? []) as readonly AnyRecord[]
  const found = records.map((record) => ({
    key: record.id,
    label: titleOf(record, object),
    detail: detailOf(record, object, second),
  }))
  // Until the answer to these words is here, only what fits them is left of the answer before: Enter must not take another.
  const isOld = words !== typed.trim() || query.isPlaceholderData
  const picks = isOld ? found.filter((pick) => fitsWords(`${pick.label} ${pick.detail ?? ''}`, typed)) : found
  return {
    picks,
    loading: query.isFetching || words !== typed.trim(),
    link: (key) => {
      const pick = picks.find((one) => one.key === key)
      return pick === undefined ? null : { id: key, title: pick.label }
    },
  }
}

const titleOf = (record: AnyRecord, object: ObjectModel): string =>
  shown(record[object.title.name], object, object.title.name) || record.id

function detailOf(record: AnyRecord, object: ObjectModel, second: string | undefined): string | undefined {
  return second === undefined ? undefined : shown(record[second], object, second) || undefined
}

function shown(value: unknown, object: ObjectModel, name: string): string {
  const field = object.fields.get(name)
  if (field === undefined || value === null || value === undefined) return ''
  return field.kind.format(value, field, formatContext())
}

/** What tells two of the same name apart: the second column of the object's first view. */
function secondField(object: ObjectModel): string | undefined {
  const offered = [...(object.views[0]?.fields ?? []), ...object.shortForm]
  return offered.find((name) => name !== object.title.name && object.fields.has(name))
}
