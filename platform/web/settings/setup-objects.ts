import type { Model, ObjectModel } from '#platform/objects/model.ts'
import type { Session } from '#platform/web/data/session.ts'

/** Have a page of their own here, or are not for people. */
const apart = new Set(['user', 'team', 'role', 'file', 'view', 'redirect'])

/** What administrators keep as ordinary lists. */
export function setupObjects(model: Model, session: Session): readonly ObjectModel[] {
  return [...model.objects.values()].filter(
    (object) =>
      object.setup && !object.appendOnly && !apart.has(object.name) && session.may(object, 'update'),
  )
}
