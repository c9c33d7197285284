import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Session } from '#platform/web/data/session.ts'

/** A part of a form, with a heading of its own. */
export interface FormSection {
  readonly label: string | null
  readonly fields: readonly FieldModel[]
}

/** Fields that this person may fill in, in the declared order. */
export function enterableFields(
  session: Session,
  object: ObjectModel,
  creating: boolean,
): readonly FieldModel[] {
  return session.fieldsOf(object).filter((field) => {
    const { options, kind } = field
    if (
      kind.computed === true ||
      options.read_only === true ||
      options.retired === true ||
      options['generated'] !== undefined
    )
      return false
    return creating || session.mayChange(field)
  })
}

/** The required and the usual ones; all, where the object names none. */
export function shortFormFields(object: ObjectModel, fields: readonly FieldModel[]): readonly FieldModel[] {
  const usual = object.shortForm.flatMap((name) => fields.find((field) => field.name === name) ?? [])
  const required = fields.filter((field) => field.options.required === true && !usual.includes(field))
  const short = [...required, ...usual]
  return short.length === 0 ? fields.slice(0, 8) : short
}

/** All fields in the object's sections; those in no section follow in a last one. */
export function formSections(object: ObjectModel, fields: readonly FieldModel[]): readonly FormSection[] {
  const named = object.sections.map((section) => ({
    label: section.label,
    fields: section.fields.flatMap((name) => fields.find((field) => field.name === name) ?? []),
  }))
  const taken = new Set(named.flatMap((section) => section.fields))
  const rest = fields.filter((field) => !taken.has(field))
  const further = named.length === 0 ? null : 'Further fields'
  return [...named, { label: further, fields: rest }].filter((section) => section.fields.length > 0)
}
