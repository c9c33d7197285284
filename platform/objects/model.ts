import type { Kind } from '#platform/fields/kind.ts'
import type { ActionDeclaration } from './define-action.ts'
import type {
  DuplicateRule,
  ObjectDeclaration,
  SectionDeclaration,
  ViewDeclaration,
} from './define-object.ts'
import type { FieldDeclaration } from './field.ts'

/** A field in place: its declaration with name, label and kind resolved. */
export interface FieldModel<Options = FieldDeclaration> {
  readonly name: string
  readonly object: string
  readonly label: string
  readonly kind: Kind
  /** The declaration, with the kind's own options. */
  readonly options: FieldDeclaration & Options
  /** Made by the customer, not by code. */
  readonly custom: boolean
  /** One of the fields every object has (`id`, `created_at` …). */
  readonly standard: boolean
  /** The object its values point to. */
  readonly relation: { readonly to: string; readonly many: boolean } | undefined
}

/** The other side of a reference: `company.opportunities` for `opportunity.company`. */
export interface Children {
  /** Name on the parent, used in filters and `fields`. */
  readonly name: string
  readonly label: string
  /** The object whose records point here. */
  readonly object: string
  /** Its field that points here. */
  readonly field: string
}

export interface ObjectModel {
  readonly name: string
  readonly plural: string
  readonly label: string
  readonly pluralLabel: string
  readonly icon: string
  /** Name of the module that declares it; `custom` for a customer-made one. */
  readonly module: string
  readonly custom: boolean
  readonly owned: boolean
  readonly customer: boolean
  readonly isCustomer: boolean
  readonly appendOnly: boolean
  readonly setup: boolean
  readonly title: FieldModel
  readonly fields: ReadonlyMap<string, FieldModel>
  readonly children: ReadonlyMap<string, Children>
  readonly unique: readonly (readonly string[])[]
  readonly duplicates: readonly DuplicateRule[]
  readonly shortForm: readonly string[]
  readonly sections: readonly SectionDeclaration[]
  readonly views: readonly ViewDeclaration[]
  readonly actions: ReadonlyMap<string, ActionDeclaration>
  readonly declaration: ObjectDeclaration
}

/** Everything a workspace knows of its objects: the code's declarations with the customer's laid over them. */
export interface Model {
  readonly objects: ReadonlyMap<string, ObjectModel>
  /** @throws Problem 404 when no object has this name. */
  object(name: string): ObjectModel
  /** By API path, `opportunities`. @throws Problem 404 */
  byPlural(plural: string): ObjectModel
  /** Actions that concern no object, by name. */
  readonly actions: ReadonlyMap<string, ActionDeclaration>
}
