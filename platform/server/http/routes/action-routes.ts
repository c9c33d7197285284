import { notFound } from '#platform/objects/problem.ts'
import { idsIn, objectIn } from '../body-fields.ts'
import { recordSchema, ref, list } from '../describe.ts'
import { performCall } from '../perform-call.ts'
import type { Route } from '../route.ts'
import { selectIds } from '../../records/select-ids.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Call } from '../call.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { JsonObject } from '#platform/objects/json.ts'

const most = 1000

/** Actions that modules declare. Last in the table: their paths take any name. */
export const actionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/{plural}/{id}/{action}',
    id: 'perform',
    tag: '{plural}',
    summary: 'Perform an action on one record',
    describe: ({ object }) => ({ answers: { 200: ref(recordSchema(object)) } }),
    handle: async (call) => {
      const { object, action } = declared(call)
      return (await performCall(call, object.name, action, { id: call.id(), values: values(call) })) ?? {}
    },
  },
  {
    method: 'POST',
    path: '/{plural}/{action}',
    id: 'performOnSelection',
    tag: '{plural}',
    summary: 'Perform an action on a selection, or on no record',
    describe: ({ object }) => ({ answers: { 200: list(ref(recordSchema(object))) } }),
    handle: async (call) => {
      const { object, action } = declared(call)
      const { ids: _ids, where: _where, ...input } = values(call)
      if (object.actions.get(action)?.on === 'none') return (await performCall(call, object.name, action, { values: input })) ?? {}
      const ids = await selection(call, object)
      return (await performCall(call, object.name, action, { ids, values: input })) ?? {}
    },
  },
  {
    method: 'POST',
    path: '/actions/{action}',
    id: 'performAction',
    tag: 'Actions',
    summary: 'Perform an action that concerns no object',
    describe: () => ({ answers: { 200: { type: 'object', additionalProperties: true } } }),
    handle: async (call) => {
      const { action } = call.path as { action: string }
      if (!call.workspace.model.actions.has(action)) throw notFound(`action “${action}”`)
      return (await performCall(call, '', action, { values: values(call) })) ?? {}
    },
  },
]

function declared(call: Call): { object: ObjectModel; action: string } {
  const object = call.object()
  const { action } = call.path as { action: string }
  if (!object.actions.has(action)) throw notFound(`action “${action}”`)
  return { object, action }
}

/** An action without input may be sent without a body. */
function values(call: Call): JsonObject {
  return call.request.body === undefined || call.request.body === null ? {} : (call.body() as JsonObject)
}

async function selection(call: Call, object: ObjectModel): Promise<readonly string[]> {
  const body = values(call)
  if (body['ids'] !== undefined) return idsIn(body, 'ids', most)
  if (body['where'] === undefined) throw malformed('Say on which records: “ids” or “where”.')
  const ids = await selectIds(call.context, object, { where: objectIn(body, 'where') }, most + 1)
  if (ids.length > most) throw malformed(`That filter fits more than ${most.toLocaleString('en')} records; narrow it.`)
  return ids
}
