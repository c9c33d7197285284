import { describeAccess } from '../../access/role-access.ts'
import { workspacesOf } from '../../identity/sessions.ts'
import type { DeclaredObject } from '#platform/objects/build-model.ts'
import type { Model } from '#platform/objects/model.ts'
import type { Call } from '../call.ts'
import { anyObject } from '../describe.ts'
import type { Route } from '../route.ts'
import { sessionOf, setSession } from '../session-cookie.ts'
import { release } from '../../schema/release.ts'

/** All that the web app needs to begin: who, where, what there is, what one may. */
export const workspaceRoute: Route = {
  method: 'GET',
  path: '/workspace',
  id: 'readWorkspace',
  tag: 'Session',
  summary: 'The workspace, its declarations, and what the caller may do',
  describe: () => ({ answers: { 200: anyObject } }),
  handle: async (call) => {
    const { app, workspace, actor, identity, request, reply } = call
    const { model, slug, name, settings } = workspace
    const token = sessionOf(request)
    // The server's own date slides with use; so must the browser's.
    if (identity.account !== null && token !== undefined) setSession(request, reply, token)
    return {
      workspace: { slug, name, settings },
      workspaces: identity.account === null ? [{ slug, name }] : await workspacesOf(app, identity.account),
      me: {
        id: actor.id,
        name: actor.name,
        email: identity.email,
        zone: actor.zone,
        locale: actor.locale,
        teams: actor.teams,
        administrator: actor.access.administrator,
      },
      modules: modulesOf(call),
      objects: declaredObjects(model),
      actions: app.actions,
      access: describeAccess(actor.access, model),
      version: release,
    }
  },
}

/** The areas of the navigation with the objects that the caller may read; customer-made ones are an area of their own. */
function modulesOf({ app, workspace, actor }: Call): readonly unknown[] {
  const readable = [...workspace.model.objects.values()].filter(
    (object) => actor.access.level(object, 'read') !== 'none',
  )
  const named = (module: string): string[] =>
    readable.filter((object) => object.module === module).map((object) => object.name)
  const custom = named('custom')
  return [
    ...app.modules.map(({ module: { name, label, icon } }) => ({ name, label, icon, objects: named(name) })),
    ...(custom.length === 0
      ? []
      : [{ name: 'custom', label: 'Own objects', icon: 'shapes', objects: custom }]),
  ]
}

/** The declarations from which browser and server build the same model. */
function declaredObjects(
  model: Model,
): readonly (Omit<DeclaredObject, 'customFields'> & { customFields: readonly string[] })[] {
  return [...model.objects.values()].map(({ module, declaration, custom, fields }) => ({
    module,
    declaration,
    custom,
    customFields: custom
      ? []
      : [...fields.values()].filter((field) => field.custom).map((field) => field.name),
  }))
}
