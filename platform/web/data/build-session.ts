import { buildModel } from '#platform/objects/build-model.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { setReader } from '#platform/web/language/reader.ts'
import type { Session, WorkspaceAnswer } from './session.ts'

/** Builds the model from the declarations, the same as the server does, and the questions about access around it. */
export function buildSession(answer: WorkspaceAnswer): Session {
  const { workspace, workspaces, me, modules, access, version } = answer
  const declared = answer.objects.map((object) => ({
    ...object,
    customFields: new Set(object.customFields ?? []),
  }))
  const model = buildModel(declared, answer.actions)
  const { settings } = workspace
  setReader({
    me: me.id,
    ...(me.locale ? { locale: me.locale } : {}),
    ...(me.zone ? { zone: me.zone } : {}),
    ...(typeof settings['currency'] === 'string' ? { currency: settings['currency'] } : {}),
    ...(typeof settings['country'] === 'string' ? { country: settings['country'] } : {}),
  })

  const may = (object: ObjectModel, verb: keyof WorkspaceAnswer['access'][string] & string): boolean => {
    const level = access[object.name]?.[verb as 'read']
    return level === undefined ? me.administrator : level !== 'none'
  }
  const said = (field: FieldModel): 'hidden' | 'read_only' | undefined =>
    access[field.object]?.fields?.[field.name]
  return {
    workspace,
    workspaces,
    me,
    modules,
    version,
    model,
    may,
    mayPerform: (object, action) =>
      access[object?.name ?? '']?.actions?.[action] ??
      (object === undefined ? me.administrator : may(object, 'update')),
    fieldsOf: (object) => [...object.fields.values()].filter((field) => said(field) !== 'hidden'),
    mayChange(field) {
      const object = model.objects.get(field.object)
      if (object === undefined || !may(object, 'update') || object.appendOnly) return false
      return (
        field.kind.computed !== true &&
        field.options.read_only !== true &&
        field.options['generated'] === undefined &&
        said(field) === undefined
      )
    },
  }
}
