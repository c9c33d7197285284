import type { Access } from '../access/role-access.ts'
import type { Workspace } from '../context.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import type { Model, ObjectModel } from '#platform/objects/model.ts'
import { release } from '../schema/release.ts'
import { pascal, ref } from './describe.ts'
import { objectSchemas, sharedSchemas } from './openapi-schemas.ts'
import { base, type OpenRoute, type Operation, type Route } from './route.ts'

type Paths = Record<string, Record<string, JsonObject>>

/**
 * OpenAPI 3.1 of a workspace as one role sees it: its objects and fields, customer-made ones included, without what
 * is hidden from the role.
 */
export function openApi(
  workspace: Workspace,
  access: Access,
  table: readonly (Route | OpenRoute)[],
): JsonObject {
  const { model } = workspace
  const known = [...model.objects.values()].filter(
    (object) => access.level(object, 'read') !== 'none' || access.level(object, 'create') !== 'none',
  )
  const paths: Paths = {}
  const fixed = table.filter((route) => !route.path.includes('{plural}'))
  const perObject = table.filter((route) => route.path.includes('{plural}'))
  for (const route of fixed) {
    if (route.who === 'administrator' && !access.administrator) continue
    if (route.of !== undefined && !known.some((object) => object.name === route.of)) continue
    addRoute(paths, route, model, access)
  }
  for (const object of known) {
    for (const route of perObject)
      if (route.has?.(object, access) ?? true) addRoute(paths, route, model, access, object)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `Rapport: ${workspace.name}`,
      version: release,
      description: 'Everything the screens can do. Derived from the objects and fields of this workspace.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: base }],
    security: [{ key: [] }, { session: [] }],
    tags: tagsOf(paths, known),
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key, made in the settings.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'rapport',
          description: 'The session of the web app.',
        },
      },
      parameters: headers,
      responses: {
        Problem: {
          description: 'What went wrong.',
          content: { 'application/problem+json': { schema: ref('Problem') } },
        },
      },
      schemas: {
        ...sharedSchemas(model),
        ...Object.assign({}, ...known.map((object) => objectSchemas(object, access))),
      },
    },
  }
}

function addRoute(
  paths: Paths,
  route: Route | OpenRoute,
  model: Model,
  access: Access,
  object?: ObjectModel,
): void {
  const described = {
    model,
    access,
    get object() {
      if (object === undefined) throw new Error(`${route.path} stands for no object.`)
      return object
    },
  }
  const operations = route.describe(described)
  for (const operation of Array.isArray(operations) ? operations : [operations as Operation]) {
    const filled = (template: string): string =>
      template.replace('{plural}', object?.plural ?? '').replace('{action}', operation.action ?? '{action}')
    const path = (paths[filled(route.path)] ??= {})
    // Doors of their own (uploading a file) stand before those that every object has.
    path[route.method.toLowerCase()] ??= operationObject(route, operation, object)
  }
}

function operationObject(
  route: Route | OpenRoute,
  operation: Operation,
  object: ObjectModel | undefined,
): JsonObject {
  const { body, content, answers, type = 'application/json', action, summary } = operation
  const name = route.id
    .replace('{plural}', pascal(object?.plural ?? ''))
    .replace('{name}', pascal(object?.name ?? ''))
    .replace('{action}', action === undefined ? '' : lowerPascal(action))
  const contents = { ...(body === undefined ? {} : { 'application/json': body }), ...content }
  const bodies = Object.fromEntries(Object.entries(contents).map(([kind, schema]) => [kind, { schema }]))
  const responses = Object.entries(answers).map(([status, schema]) => [
    status,
    { description: said[status] ?? 'Done.', ...(schema === null ? {} : { content: { [type]: { schema } } }) },
  ])
  const parameters = parametersOf(route, operation)
  return {
    operationId: name,
    summary: summary ?? route.summary,
    tags: [object?.pluralLabel ?? route.tag],
    ...(route.who === 'anyone' ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(Object.keys(bodies).length === 0 ? {} : { requestBody: { required: true, content: bodies } }),
    responses: { ...Object.fromEntries(responses), '4XX': problem, '5XX': problem },
  }
}

function parametersOf(route: Route | OpenRoute, { parameters = [] }: Operation): readonly JsonObject[] {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!)
  const own = new Set(parameters.map((one) => one['name']))
  const inPath = names
    .filter((name) => name !== 'plural' && name !== 'action' && !own.has(name))
    .map((name): JsonObject => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', ...(isId.has(name) ? { format: 'uuid' } : {}) },
    }))
  const isChange = route.path.includes('{plural}') && route.method !== 'GET'
  const guards = isChange && (route.method === 'PATCH' || route.method === 'DELETE') ? ['IfMatch'] : []
  const once = route.method === 'POST' && route.who !== 'anyone' ? ['IdempotencyKey'] : []
  const dry = isChange ? ['DryRun'] : []
  const shared = [...guards, ...once, ...dry].map((name) => ({ $ref: `#/components/parameters/${name}` }))
  return [...inPath, ...parameters, ...shared]
}

const isId = new Set(['id', 'change'])
const problem = { $ref: '#/components/responses/Problem' }
const said: Readonly<Record<string, string>> = {
  200: 'The answer.',
  201: 'Made.',
  202: 'Begun; the job says how far it is.',
  204: 'Done; there is nothing to say.',
}

const headers: JsonObject = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag that was read; a record changed since is not overwritten (412).',
    schema: { type: 'string' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Any text of your own: a repetition within 24 hours gives the first answer again.',
    schema: { type: 'string', maxLength: 200 },
  },
  DryRun: {
    name: 'Rapport-Dry-Run',
    in: 'header',
    description: '`true` validates and runs the rules, then takes everything back.',
    schema: { type: 'string', enum: ['true', 'false'] },
  },
}

function tagsOf(paths: Paths, objects: readonly ObjectModel[]): readonly JsonObject[] {
  const used = new Set(
    Object.values(paths).flatMap((path) => Object.values(path).flatMap((one) => one['tags'] as string[])),
  )
  const about = new Map(
    objects.map((object) => [object.pluralLabel, `Records of the object “${object.name}”.`]),
  )
  return [...used].map((name) => ({ name, description: about.get(name) ?? `${name}.` }))
}

function lowerPascal(name: string): string {
  const pascalled = pascal(name)
  return pascalled.charAt(0).toLowerCase() + pascalled.slice(1)
}
