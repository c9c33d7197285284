import { createField } from '../../schema/customize/create-field.ts'
import { createObject } from '../../schema/customize/create-object.ts'
import { deleteField } from '../../schema/customize/delete-field.ts'
import { deleteObject } from '../../schema/customize/delete-object.ts'
import { objectDocument, objectDocuments } from '../../schema/customize/documents.ts'
import { updateField } from '../../schema/customize/update-field.ts'
import { updateObject } from '../../schema/customize/update-object.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import type { Call } from '../call.ts'
import { anyObject, inQuery, list, shape, text } from '../describe.ts'
import type { Route } from '../route.ts'

const tag = 'Objects and fields'
const who = 'administrator'
const confirmed = inQuery(
  'confirmed',
  '`true` deletes for good; without it the answer only says what would be lost.',
  { type: 'boolean' },
)
const deleted = shape({
  deleted: { type: 'boolean' },
  detail: text,
  records: { type: 'integer' },
  views: list(text),
})
const field = shape({ field: anyObject, notes: list(text) })

/** What a customer makes: objects and fields, in effect at once for everybody. */
export const customizeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/settings/objects',
    id: 'listObjects',
    tag,
    summary: 'All objects with their fields',
    who,
    describe: () => ({ answers: { 200: shape({ data: list(anyObject) }) } }),
    handle: async ({ workspace }) => ({ data: objectDocuments(workspace.model) }),
  },
  {
    method: 'POST',
    path: '/settings/objects',
    id: 'createObject',
    tag,
    summary: 'Make an object',
    who,
    once: 'kept',
    describe: () => ({ body: anyObject, answers: { 201: anyObject } }),
    handle: async (call) => {
      const made = await createObject(call.context, json(call))
      call.reply.code(201)
      return made
    },
  },
  {
    method: 'GET',
    path: '/settings/objects/{name}',
    id: 'readObject',
    tag,
    summary: 'One object with its fields',
    who,
    describe: () => ({ answers: { 200: anyObject } }),
    handle: async ({ workspace, path }) => objectDocument(workspace.model.object(path['name']!)),
  },
  {
    method: 'PATCH',
    path: '/settings/objects/{name}',
    id: 'updateObject',
    tag,
    summary: 'Change an object: labels, icon, title, retired …',
    who,
    describe: () => ({ body: anyObject, answers: { 200: anyObject } }),
    handle: async (call) => updateObject(call.context, call.path['name']!, json(call)),
  },
  {
    method: 'DELETE',
    path: '/settings/objects/{name}',
    id: 'deleteObject',
    tag,
    summary: 'Delete an object with all its records',
    who,
    describe: () => ({ parameters: [confirmed], answers: { 200: deleted } }),
    handle: async (call) =>
      deleteObject(call.context, call.path['name']!, { confirmed: call.query['confirmed'] === 'true' }),
  },
  {
    method: 'POST',
    path: '/settings/objects/{name}/fields',
    id: 'createField',
    tag,
    summary: 'Give an object a field',
    who,
    once: 'kept',
    describe: () => ({ body: anyObject, answers: { 201: field } }),
    handle: async (call) => {
      const made = await createField(call.context, call.path['name']!, json(call))
      call.reply.code(201)
      return made
    },
  },
  {
    method: 'PATCH',
    path: '/settings/objects/{name}/fields/{field}',
    id: 'updateField',
    tag,
    summary: 'Change a field: label, options, name, kind …',
    who,
    describe: () => ({ body: anyObject, answers: { 200: field } }),
    handle: async (call) => updateField(call.context, call.path['name']!, call.path['field']!, json(call)),
  },
  {
    method: 'DELETE',
    path: '/settings/objects/{name}/fields/{field}',
    id: 'deleteField',
    tag,
    summary: 'Delete a field with all its values',
    who,
    describe: () => ({ parameters: [confirmed], answers: { 200: deleted } }),
    handle: async (call) =>
      deleteField(call.context, call.path['name']!, call.path['field']!, {
        confirmed: call.query['confirmed'] === 'true',
      }),
  },
]

const json = (call: Call): JsonObject => call.body() as JsonObject
