import { matches } from '#platform/objects/filter/matches.ts'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import { labelOf } from '#platform/objects/label.ts'
import type { ActionDeclaration } from '#platform/objects/define-action.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import type { Session } from '#platform/web/data/session.ts'
import { parseContext } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'

export interface OfferedAction {
  readonly name: string
  readonly label: string
  readonly icon: string
  readonly declaration: ActionDeclaration
}

/** Declared actions that this person may perform on a record; with the record, only those that fit it now. */
export function offeredActions(
  session: Session,
  object: ObjectModel,
  record?: AnyRecord,
): readonly OfferedAction[] {
  return [...object.actions.values()]
    .filter(
      (action) =>
        action.on !== 'none' &&
        session.mayPerform(object, action.name) &&
        fits(session, object, action, record),
    )
    .map((action) => ({
      name: action.name,
      label: t(action.label ?? labelOf(action.name)),
      icon: action.icon ?? 'zap',
      declaration: action,
    }))
}

/** Actions for many records at once. */
export const selectionActions = (session: Session, object: ObjectModel): readonly OfferedAction[] =>
  offeredActions(session, object).filter((action) => action.declaration.on === 'selection')

function fits(
  session: Session,
  object: ObjectModel,
  action: ActionDeclaration,
  record: AnyRecord | undefined,
): boolean {
  if (record === undefined || action.available_when === undefined) return true
  const filter = parseFilter(session.model, object.name, action.available_when as never)
  return matches(filter, record, {
    ...parseContext(),
    teams: session.me.teams,
    fiscal_start: 1,
    week_start: 1,
  })
}

/** Fields of other records that the conditions of an object's actions ask for: `stage.kind`. */
export function fieldsForActions(object: ObjectModel): readonly string[] {
  return [...object.actions.values()].flatMap((action) =>
    Object.entries(action.available_when ?? {}).flatMap(([name, value]) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      object.fields.get(name)?.relation?.many === false
        ? Object.keys(value).map((below) => `${name}.${below}`)
        : [],
    ),
  )
}
