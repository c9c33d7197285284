import { useQuery } from '@tanstack/react-query'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client, type AnyRecord } from '#platform/web/data/client.ts'
import { keyOf } from '#platform/web/data/queries.ts'
import { fieldsForActions } from './offered-actions.ts'

/** The record with what the conditions of its actions ask of other records (`stage.kind`). */
export function useActionRecord(object: ObjectModel, record: AnyRecord): AnyRecord {
  const fields = fieldsForActions(object)
  const { data } = useQuery({
    queryKey: keyOf(object, 'one', record.id, 'for actions'),
    queryFn: ({ signal }) => client.read(object, record.id, fields, { signal }) as Promise<AnyRecord>,
    enabled: fields.length > 0,
  })
  return { ...record, ...data }
}
