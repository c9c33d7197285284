import type { ObjectModel } from '#platform/objects/model.ts'
import type { Area, Session } from '#platform/web/data/session.ts'

/** Objects of an area that belong into the navigation of this person; those of settings and parts of others do not. */
export function visibleObjects(session: Session, area: Area): readonly ObjectModel[] {
  return area.objects
    .map((name) => session.model.objects.get(name))
    .filter(
      (object) =>
        object !== undefined &&
        !object.setup &&
        object.declaration.detail !== true &&
        session.may(object, 'read'),
    ) as ObjectModel[]
}

/** All objects that this person may read, areas in their order. */
export function readableObjects(session: Session): readonly ObjectModel[] {
  return [...session.model.objects.values()].filter((object) => session.may(object, 'read'))
}

/** Of which objects this person may make records by hand. */
export const creatableObjects = (session: Session): readonly ObjectModel[] =>
  session.modules
    .flatMap((area) => visibleObjects(session, area))
    .filter((object) => mayMake(session, object))

/** Whether records are made by hand at all: those that only rules write have required fields that nobody may fill in. */
export function mayMake(session: Session, object: ObjectModel): boolean {
  const own = [...object.fields.values()].filter((field) => !field.standard && field.kind.computed !== true)
  const open = own.filter((field) => field.options.read_only !== true)
  return (
    session.may(object, 'create') &&
    open.length > 0 &&
    own.every(
      (field) =>
        field.options.required !== true || open.includes(field) || field.options.default !== undefined,
    )
  )
}
