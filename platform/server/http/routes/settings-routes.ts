import { createKey, listKeys, revokeKey } from '../../identity/api-keys.ts'
import { addPerson, deactivate, inviteAgain } from '../../identity/people.ts'
import { changeSettings } from '../../identity/workspace-settings.ts'
import { idIn, onlyIn, optionalId, textIn } from '../body-fields.ts'
import { anyObject, list, shape, text, uuid } from '../describe.ts'
import type { Route } from '../route.ts'

const settings = 'Settings'
const administrator = 'administrator'
const link = shape({ id: uuid, title: { type: ['string', 'null'] } })
const time = { type: ['string', 'null'], format: 'date-time' }
const workspace = shape({ slug: text, name: text, settings: anyObject })

/** The workspace, its people and keys. */
export const settingsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/settings/workspace',
    id: 'readSettings',
    tag: settings,
    summary: 'Name and settings of the workspace',
    describe: () => ({ answers: { 200: workspace } }),
    handle: async ({ workspace: { slug, name, settings: values } }) => ({ slug, name, settings: values }),
  },
  {
    method: 'PATCH',
    path: '/settings/workspace',
    id: 'changeSettings',
    tag: settings,
    summary: 'Change name and settings of the workspace',
    who: administrator,
    describe: () => ({
      body: {
        type: 'object',
        properties: {
          name: text,
          currency: text,
          zone: text,
          locale: text,
          country: text,
          fiscal_start: { type: 'integer', minimum: 1, maximum: 12 },
          week_start: { type: 'integer', minimum: 1, maximum: 7 },
        },
        additionalProperties: false,
      },
      answers: { 200: workspace },
    }),
    handle: async (call) => {
      const { slug, name, settings: values } = await changeSettings(call.app, call, call.body())
      return { slug, name, settings: values }
    },
  },
  {
    method: 'POST',
    path: '/settings/people',
    id: 'addPerson',
    tag: settings,
    summary: 'Add somebody who may sign in; without a password the answer has a link to choose one',
    who: administrator,
    once: 'secret',
    describe: () => ({
      body: shape(
        {
          name: text,
          email: text,
          role: uuid,
          team: { type: ['string', 'null'], format: 'uuid' },
          password: text,
        },
        ['team', 'password'],
      ),
      answers: { 201: shape({ user: anyObject, invitation: { type: ['string', 'null'] } }) },
    }),
    handle: async (call) => {
      const body = call.body()
      onlyIn(body, ['name', 'email', 'role', 'team', 'password'])
      const password = body['password']
      const added = await addPerson(call.app, call, {
        name: textIn(body, 'name', 200),
        email: textIn(body, 'email', 320),
        role: idIn(body, 'role'),
        team: optionalId(body, 'team'),
        ...(password === undefined || password === null || password === '' ? {} : { password }),
      })
      call.reply.code(201)
      return added
    },
  },
  {
    method: 'POST',
    path: '/settings/people/{id}/invitation',
    id: 'inviteAgain',
    tag: settings,
    summary: 'A fresh link to choose a password with',
    who: administrator,
    once: 'secret',
    describe: () => ({ answers: { 201: shape({ invitation: text }) } }),
    handle: async (call) => {
      const invitation = await inviteAgain(call.app, call, call.id())
      call.reply.code(201)
      return { invitation }
    },
  },
  {
    method: 'POST',
    path: '/settings/people/{id}/deactivate',
    id: 'deactivatePerson',
    tag: settings,
    summary: 'End what somebody may do here; everything they did stays',
    who: administrator,
    once: 'kept',
    describe: () => ({ answers: { 200: anyObject } }),
    handle: async (call) => {
      const { answer, change } = await deactivate(call.app, call, call.id())
      call.reply.header('rapport-change', change)
      return answer
    },
  },
  {
    method: 'GET',
    path: '/settings/keys',
    id: 'listKeys',
    tag: settings,
    summary: 'API keys of the workspace',
    who: administrator,
    describe: () => ({
      answers: {
        200: shape({
          data: list(
            shape({
              id: uuid,
              name: text,
              prefix: text,
              role: { anyOf: [link, { type: 'null' }] },
              created_by: { anyOf: [link, { type: 'null' }] },
              created_at: { type: 'string', format: 'date-time' },
              last_used_at: time,
              revoked_at: time,
            }),
          ),
        }),
      },
    }),
    handle: async (call) => ({ data: await listKeys(call.app, call.workspace) }),
  },
  {
    method: 'POST',
    path: '/settings/keys',
    id: 'createKey',
    tag: settings,
    summary: 'Make an API key; it is shown this once',
    who: administrator,
    once: 'secret',
    describe: () => ({
      body: shape({ name: text, role: uuid }),
      answers: { 201: shape({ id: uuid, key: text }) },
    }),
    handle: async (call) => {
      const body = call.body()
      onlyIn(body, ['name', 'role'])
      const made = await createKey(call.app, call.workspace, call.actor, {
        name: textIn(body, 'name', 100),
        role: idIn(body, 'role'),
      })
      call.reply.code(201)
      return made
    },
  },
  {
    method: 'DELETE',
    path: '/settings/keys/{id}',
    id: 'revokeKey',
    tag: settings,
    summary: 'Revoke an API key, at once and for good',
    who: administrator,
    describe: () => ({ answers: { 204: null } }),
    handle: async (call) => revokeKey(call.app, call.workspace, call.id()),
  },
]
