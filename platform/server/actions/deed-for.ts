import type { JsonObject } from '#platform/objects/json.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { Model, ObjectModel } from '#platform/objects/model.ts'
import { forbidden, notFound } from '#platform/objects/problem.ts'
import type { App } from '../app.ts'
import type { Actor, Context } from '../context.ts'
import { builtIn } from './built-in.ts'
import { declaredDeed } from './declared-deed.ts'

export type DeedFunction = (ctx: Context, input: JsonObject) => Promise<unknown>

/** The function that performs an action, for an actor who may. @throws Problem 404, 403 */
export function deedFor(
  app: App,
  model: Model,
  actor: Actor,
  objectName: string,
  action: string,
): DeedFunction {
  const object = objectName === '' ? undefined : model.object(objectName)
  const own = builtIn.get(action)
  if (own !== undefined && (object !== undefined || action === 'undo')) {
    if (own.right !== undefined) demandRight(actor, object, own.right)
    return (ctx, input) => own.run(ctx, objectName, input as never)
  }
  const deed = app.deeds.get(`${objectName}.${action}`)
  if (deed === undefined) throw notFound(`action “${action}”`)
  demandRight(actor, object, action)
  return (ctx, input) => declaredDeed(ctx, object, deed, input)
}

function demandRight(actor: Actor, object: ObjectModel | undefined, action: string): void {
  if (actor.access.action(object, action)) return
  const of = object === undefined ? '' : ` ${lowerFirst(object.pluralLabel)}`
  throw forbidden(`Your role does not let you ${action.replaceAll('_', ' ')}${of}.`)
}
