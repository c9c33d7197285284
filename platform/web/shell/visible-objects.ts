import type { ObjectModel } from '#platform/objects/model.ts'
import type { Area, Session } from '#platform/web/data/session.ts'

/** Objects of an area that belong into the navigation of this person; those of settings do not. */
export function visibleObjects(session: Session, area: Area): readonly ObjectModel[] {
  return area.objects
    .map((name) => session.model.objects.get(name))
    .filter((object) => object !== undefined && !object.setup && session.may(object, 'read')) as ObjectModel[]
}

/** All objects that this person may read, areas in their order. */
export function readableObjects(session: Session): readonly ObjectModel[] {
  return [...session.model.objects.values()].filter((object) => session.may(object, 'read'))
}

/** Where records of this may be made by hand. */
export function creatableObjects(session: Session): readonly ObjectModel[] {
  return session.modules
    .flatMap((area) => visibleObjects(session, area))
    .filter((object) => session.may(object, 'create') && !object.appendOnly)
}
