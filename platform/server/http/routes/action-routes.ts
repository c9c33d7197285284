import { fieldModel } from '#platform/objects/build-model.ts'
import type { ActionDeclaration } from '#platform/objects/define-action.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import { labelOf } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { malformed, notFound } from '#platform/objects/problem.ts'
import type { Access } from '../../access/role-access.ts'
import { selectIds } from '../../records/select-ids.ts'
import { idsIn, objectIn } from '../body-fields.ts'
import type { Call } from '../call.ts'
import { anyObject, list, recordSchema, ref, uuid } from '../describe.ts'
import { writtenSchema } from '../openapi-schemas.ts'
import { performCall } from '../perform-call.ts'
import type { Operation, Route } from '../route.ts'

const most = 1000

/** Actions that modules declare. Last in the table: their paths take any name. */
export const actionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/{plural}/{id}/{action}',
    id: '{action}{name}',
    tag: '{plural}',
    summary: 'Perform an action on one record',
    describe: ({ object, access }) =>
      offered(object.actions, access, object)
        .filter((action) => action.on !== 'none')
        .map((action) => ({ ...operation(action), answers: { 200: ref(recordSchema(object)) } })),
    handle: async (call) => {
      const { object, action } = declared(call)
      return (await performCall(call, object.name, action, { id: call.id(), values: values(call) })) ?? {}
    },
  },
  {
    method: 'POST',
    path: '/{plural}/{action}',
    id: '{action}{plural}',
    tag: '{plural}',
    summary: 'Perform an action on a selection, or on no record',
    describe: ({ object, access }) =>
      offered(object.actions, access, object).map((action) =>
        action.on === 'none'
          ? { ...operation(action), answers: { 200: {} } }
          : { ...operation(action, selected), answers: { 200: list(ref(recordSchema(object))) } },
      ),
    handle: async (call) => {
      const { object, action } = declared(call)
      const { ids: _ids, where: _where, ...input } = values(call)
      if (object.actions.get(action)?.on === 'none')
        return (await performCall(call, object.name, action, { values: input })) ?? {}
      const ids = await selection(call, object)
      return (await performCall(call, object.name, action, { ids, values: input })) ?? {}
    },
  },
  {
    method: 'POST',
    path: '/actions/{action}',
    id: '{action}',
    tag: 'Actions',
    summary: 'Perform an action that concerns no object',
    describe: ({ model, access }) =>
      offered(model.actions, access).map((action) => ({ ...operation(action), answers: { 200: {} } })),
    handle: async (call) => {
      const { action } = call.path as { action: string }
      if (!call.workspace.model.actions.has(action)) throw notFound(`action “${action}”`)
      return (await performCall(call, '', action, { values: values(call) })) ?? {}
    },
  },
]

const selected = { ids: list(uuid), where: anyObject }

function offered(
  actions: ReadonlyMap<string, ActionDeclaration>,
  access: Access,
  object?: ObjectModel,
): readonly ActionDeclaration[] {
  return [...actions.values()].filter((action) => access.action(object, action.name))
}

function operation(
  action: ActionDeclaration,
  further: Readonly<Record<string, JsonObject>> = {},
): Omit<Operation, 'answers'> {
  const input = Object.entries(action.input ?? {}).map(([name, options]) =>
    fieldModel(action.object, name, options),
  )
  const properties = {
    ...further,
    ...Object.fromEntries(input.map((field) => [field.name, writtenSchema(field)])),
  }
  const required = input.filter(
    (field) => field.options.required === true && field.options.default === undefined,
  )
  const body = {
    type: 'object',
    properties,
    ...(required.length === 0 ? {} : { required: required.map((field) => field.name) }),
    additionalProperties: false,
  }
  const summary = action.label ?? labelOf(action.name)
  return { action: action.name, summary, ...(Object.keys(properties).length === 0 ? {} : { body }) }
}

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
  if (ids.length > most)
    throw malformed(`That filter fits more than ${most.toLocaleString('en')} records; narrow it.`)
  return ids
}
