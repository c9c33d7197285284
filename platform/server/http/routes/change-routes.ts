import type { Access } from '../../access/role-access.ts'
import type { Verb } from '../../access/access.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { notFound } from '#platform/objects/problem.ts'
import { isUuid } from '#platform/fields/id/kind.ts'
import { idIn, idsIn, onlyIn, optionalObject } from '../body-fields.ts'
import { inQuery, list, recordSchema, ref, shape, uuid, writeSchema } from '../describe.ts'
import { neededFields } from '../openapi-schemas.ts'
import { etag, ifMatch, isDryRun, performCall } from '../perform-call.ts'
import { base, type Route } from '../route.ts'

const may = (verb: Verb) => (object: ObjectModel, access: Access) =>
  access.level(object, verb) !== 'none' && !(object.appendOnly && verb !== 'create')

/** Changes of records. */
export const changeRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/{plural}',
    id: 'create{name}',
    tag: '{plural}',
    summary: 'Create',
    has: may('create'),
    describe: ({ object }) => ({
      parameters: [
        inQuery('duplicates', '`allow` creates it though it looks like a record that is there.', {
          type: 'string',
          enum: ['refuse', 'allow'],
        }),
      ],
      body: { allOf: [ref(writeSchema(object))], required: neededFields(object) },
      answers: { 201: ref(recordSchema(object)) },
    }),
    handle: async (call) => {
      const object = call.object()
      const { duplicates } = call.query
      const record = await performCall(call, object.name, 'create', {
        values: call.body(),
        ...(duplicates === undefined ? {} : { duplicates }),
      })
      return made(call, object, record)
    },
  },
  {
    method: 'PATCH',
    path: '/{plural}/{id}',
    id: 'update{name}',
    tag: '{plural}',
    summary: 'Change the named fields',
    has: may('update'),
    describe: ({ object }) => ({
      body: ref(writeSchema(object)),
      answers: { 200: ref(recordSchema(object)) },
    }),
    handle: async (call) => {
      const version = ifMatch(call)
      const record = await performCall(call, call.object().name, 'update', {
        id: call.id(),
        values: call.body(),
        ...(version === undefined ? {} : { version }),
      })
      call.reply.header('etag', etag(record.version))
      return record
    },
  },
  {
    method: 'DELETE',
    path: '/{plural}/{id}',
    id: 'delete{name}',
    tag: '{plural}',
    summary: 'Move to the bin',
    has: may('delete'),
    describe: () => ({ answers: { 204: null } }),
    handle: async (call) => {
      const version = ifMatch(call)
      const input = { id: call.id(), ...(version === undefined ? {} : { version }) }
      await performCall(call, call.object().name, 'delete', input)
    },
  },
  {
    method: 'PUT',
    path: '/{plural}/by/{field}/{value}',
    id: 'put{name}',
    tag: '{plural}',
    summary: 'Create or update by a unique field',
    has: (object, access) =>
      may('create')(object, access) &&
      may('update')(object, access) &&
      uniqueFields(object, access).length > 0,
    describe: ({ object, access }) => ({
      parameters: [
        {
          name: 'field',
          in: 'path',
          required: true,
          schema: { type: 'string', enum: uniqueFields(object, access) },
        },
        { name: 'value', in: 'path', required: true, schema: { type: 'string' } },
      ],
      body: ref(writeSchema(object)),
      answers: { 200: ref(recordSchema(object)), 201: ref(recordSchema(object)) },
    }),
    handle: async (call) => {
      const object = call.object()
      const { field, value } = call.path as { field: string; value: string }
      const { record, created } = await performCall(call, object.name, 'upsert', {
        field,
        value,
        values: call.body(),
      })
      if (created === true) return made(call, object, record)
      call.reply.header('etag', etag(record.version))
      return record
    },
  },
  {
    method: 'POST',
    path: '/{plural}/{id}/restore',
    id: 'restore{name}',
    tag: '{plural}',
    summary: 'Bring back from the bin',
    has: may('delete'),
    describe: ({ object }) => ({ answers: { 200: ref(recordSchema(object)) } }),
    handle: async (call) => {
      const id = call.id()
      const object = call.object()
      await performCall(call, object.name, 'restore', { id })
      return call.context.read(object.name, id)
    },
  },
  {
    method: 'POST',
    path: '/{plural}/{id}/purge',
    id: 'purge{name}',
    tag: '{plural}',
    summary: 'Remove from the bin for good',
    has: may('delete'),
    describe: () => ({ answers: { 204: null } }),
    handle: async (call) => {
      await performCall(call, call.object().name, 'purge', { id: call.id() })
    },
  },
  {
    method: 'POST',
    path: '/{plural}/merge',
    id: 'merge{plural}',
    tag: '{plural}',
    summary: 'Merge records into one',
    has: (object, access) => may('update')(object, access) && access.action(object, 'merge'),
    describe: ({ object }) => ({
      body: shape({ keep: uuid, others: list(uuid), values: ref(writeSchema(object)) }, ['values']),
      answers: { 200: ref(recordSchema(object)) },
    }),
    handle: async (call) => {
      const body = call.body()
      onlyIn(body, ['keep', 'others', 'values'])
      const values = optionalObject(body, 'values')
      const input = {
        keep: idIn(body, 'keep'),
        others: idsIn(body, 'others', 100),
        ...(values === undefined ? {} : { values }),
      }
      return performCall(call, call.object().name, 'merge', input)
    },
  },
  {
    method: 'POST',
    path: '/changes/{change}/undo',
    id: 'undo',
    tag: 'Changes',
    summary: 'Undo a change, by the `Rapport-Change` it was answered with',
    describe: () => ({ answers: { 200: { type: 'object', additionalProperties: true } } }),
    handle: async (call) => {
      const { change } = call.path as { change: string }
      if (!isUuid(change)) throw notFound('change')
      return performCall(call, '', 'undo', { change })
    },
  },
]

function made(
  call: Parameters<Route['handle']>[0],
  object: ObjectModel,
  record: { id: string; version: number },
): unknown {
  if (isDryRun(call)) return record
  call.reply
    .code(201)
    .header('location', `${base}/${object.plural}/${record.id}`)
    .header('etag', etag(record.version))
  return record
}

/** Fields by which one record is found. */
function uniqueFields(object: ObjectModel, access: Access): readonly string[] {
  const unique = [...object.fields.values()].filter((field) => field.options.unique === true)
  return unique.map((field) => field.name).filter((name) => access.field(object.name, name) !== 'hidden')
}
