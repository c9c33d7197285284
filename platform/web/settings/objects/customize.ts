import type { Json, JsonObject } from '#platform/objects/json.ts'
import { client } from '#platform/web/data/client.ts'
import { workspaceQuery } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'

/** What deleting would mean, or that it is done. */
export interface DeleteAnswer {
  readonly deleted: boolean
  readonly detail: string
  readonly records: number
  readonly views: readonly string[]
}

const refresh = async <T>(answer: Promise<{ body: T }>): Promise<T> => {
  const { body } = await answer
  // The model is what everything is drawn from: take it in before going on.
  await queryClient.invalidateQueries({ queryKey: workspaceQuery.queryKey })
  return body
}

const at = (object: string, field?: string): string =>
  `/settings/objects/${object}${field === undefined ? '' : `/fields/${field}`}`

export const createObject = (input: JsonObject) =>
  refresh(client.request<{ name: string }>('POST', '/settings/objects', { body: input }))
export const updateObject = (object: string, changes: JsonObject) =>
  refresh(client.request('PATCH', at(object), { body: changes }))
export const createField = (object: string, input: JsonObject) =>
  refresh(client.request<{ notes?: readonly string[] }>('POST', `${at(object)}/fields`, { body: input }))
export const updateField = (object: string, field: string, changes: Readonly<Record<string, Json>>) =>
  refresh(client.request<{ notes?: readonly string[] }>('PATCH', at(object, field), { body: changes }))

/** Without `confirmed` only asks what would be lost. */
export async function remove(
  object: string,
  field: string | undefined,
  confirmed: boolean,
): Promise<DeleteAnswer> {
  const asked = client.request<DeleteAnswer>('DELETE', at(object, field), {
    parameters: { confirmed: confirmed ? 'true' : undefined },
  })
  return confirmed ? refresh(asked) : (await asked).body
}
