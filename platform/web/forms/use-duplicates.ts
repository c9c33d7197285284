import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client, type Duplicate } from '#platform/web/data/client.ts'
import { keyOf } from '#platform/web/data/queries.ts'
import type { FormValues } from './first-values.ts'

/** Records that may be the same thing as what is being typed. */
export function useDuplicates(object: ObjectModel, values: FormValues, id?: string): readonly Duplicate[] {
  const names = [...new Set(object.duplicates.flatMap((rule) => rule.fields))]
  const typed = Object.fromEntries(
    names.flatMap((name) => (isFilled(values[name]) ? [[name, values[name]!]] : [])),
  )
  // A title made of other fields (given and family name) is judged by what it is made of.
  const computed = names.some((name) => object.fields.get(name)?.kind.computed === true)
  const given = computed
    ? Object.fromEntries(Object.entries(values).filter(([, value]) => isFilled(value)))
    : typed
  const [settled] = useDebouncedValue(JSON.stringify(given), 350)
  const query = useQuery({
    queryKey: keyOf(object, 'duplicates', settled, id ?? null),
    queryFn: ({ signal }) => client.duplicates(object, JSON.parse(settled), id, { signal }),
    enabled: names.length > 0 && settled !== '{}',
    retry: false,
    staleTime: 10_000,
    placeholderData: keepPreviousData,
  })
  return settled === '{}' ? [] : (query.data ?? [])
}

function isFilled(value: unknown): boolean {
  return (
    value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  )
}
