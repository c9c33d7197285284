import type { FieldModel, Model, ObjectModel } from '#platform/objects/model.ts'
import type { JsonObject } from '#platform/objects/json.ts'

/** A field as settings show and take it: its name and its declaration, side by side. */
export interface FieldDocument extends JsonObject {
  readonly object: string
  readonly name: string
  readonly kind: string
  readonly label: string
  readonly custom: boolean
}

export const fieldDocument = (field: FieldModel): FieldDocument =>
  ({
    ...field.options,
    object: field.object,
    name: field.name,
    label: field.label,
    custom: field.custom,
  }) as unknown as FieldDocument

/** An object as settings show and take it. */
export interface ObjectDocument extends JsonObject {
  readonly name: string
  readonly label: string
  readonly plural: string
  readonly plural_label: string
  readonly icon: string
  readonly custom: boolean
  readonly retired: boolean
  readonly fields: readonly FieldDocument[]
}

export function objectDocument(object: ObjectModel): ObjectDocument {
  const { fields: _, ...declaration } = object.declaration
  return {
    ...declaration,
    name: object.name,
    label: object.label,
    plural: object.plural,
    plural_label: object.pluralLabel,
    icon: object.icon,
    module: object.module,
    custom: object.custom,
    retired: object.declaration.retired ?? false,
    fields: [...object.fields.values()].filter((field) => !field.standard).map(fieldDocument),
  } as unknown as ObjectDocument
}

/** All objects of a workspace for its settings, those of the customer last. */
export const objectDocuments = (model: Model): ObjectDocument[] =>
  [...model.objects.values()].map(objectDocument)
