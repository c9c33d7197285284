import type { Field, FieldDeclaration, ValueOf } from './field.ts'
import type { FilterJson } from './json.ts'

/** When two records may be the same thing. Fields of one rule must all agree. */
export interface DuplicateRule {
  /** `exact`: equal after normalising · `similar`: alike as text (trigram similarity ≥ 0.6). */
  readonly match: 'exact' | 'similar'
  readonly fields: readonly string[]
}

/** A way to look at an object that comes with it; people make further ones as saved views. */
export interface ViewDeclaration {
  readonly name: string
  readonly label?: string
  readonly layout: 'table' | 'board' | 'calendar'
  readonly fields: readonly string[]
  readonly where?: FilterJson
  /** As in the API: `-amount,name`. */
  readonly sort?: string
  /** Board: a choice or reference field whose values are the columns. */
  readonly group?: string
  /** Board: a number or money field summed per column. */
  readonly sum?: string
}

/** A named part of the form and the record page. Fields in no section follow in a last one. */
export interface SectionDeclaration {
  readonly label: string
  readonly fields: readonly string[]
}

export interface ObjectOptions<
  Fields extends Record<string, FieldDeclaration> = Record<string, FieldDeclaration>,
> {
  readonly label?: string
  /** Path in the API, snake_case: `opportunities`. */
  readonly plural: string
  readonly plural_label?: string
  /** Name of a Lucide icon. */
  readonly icon?: string
  /** The field that names a record in links, lists and search. */
  readonly title: string
  readonly fields: Fields
  /** Someone is responsible: adds `owner` and `team`. Default true. */
  readonly owned?: boolean
  /** Concerns a customer: adds `company`, `person` and the generated `customer` (company, else person). */
  readonly customer?: boolean
  /** Is itself a customer: its own id stands for `customer` in log and timeline. */
  readonly is_customer?: boolean
  /** Rows are written once and never changed or deleted by hand. */
  readonly append_only?: boolean
  /** Kept by administrators (pipelines, stages, tags …): lives in settings, readable by every role unless it says otherwise. */
  readonly setup?: boolean
  /** No longer offered; its records stay readable. */
  readonly retired?: boolean
  /** Part of other records (a position, a change of stage): reached from their pages and by search, not a place of its own. */
  readonly detail?: boolean
  /** Sets of fields whose values together are unique. */
  readonly unique?: readonly (readonly string[])[]
  readonly duplicates?: readonly DuplicateRule[]
  /** Fields of the short create form; required fields are always in it. */
  readonly short_form?: readonly string[]
  readonly sections?: readonly SectionDeclaration[]
  readonly views?: readonly ViewDeclaration[]
}

/** An object as declared. Customer-made objects are stored as exactly this. */
export interface ObjectDeclaration<
  Name extends string = string,
  Fields extends Record<string, FieldDeclaration> = Record<string, FieldDeclaration>,
> extends ObjectOptions<Fields> {
  readonly name: Name
}

/**
 * Declares a noun the business keeps. Table, row type, validation, API, list, form, import, search and history
 * follow from it.
 *
 * @example
 * export const stage = defineObject('stage', {
 *   plural: 'stages', title: 'name', setup: true, owned: false,
 *   fields: { name: text({ required: true }), probability: percent() },
 * })
 */
export function defineObject<const Name extends string, Fields extends Record<string, Field>>(
  name: Name,
  options: ObjectOptions<Fields>,
): ObjectDeclaration<Name, Fields> {
  return { name, ...options }
}

/** A referenced record as the API gives it. */
export interface Link {
  readonly id: string
  readonly title: string | null
}

/** What every record has, whatever its object. */
export interface StandardValues {
  readonly id: string
  readonly version: number
  readonly created_at: string
  readonly updated_at: string
}

/** The values of a record of a declared object, by field name. */
export type RecordOf<O extends ObjectDeclaration> = StandardValues & {
  readonly [Name in keyof O['fields']]: ValueOf<O['fields'][Name]>
}

export const board = (group: string, options: Partial<ViewDeclaration> = {}): ViewDeclaration => ({
  name: `by_${group}`,
  layout: 'board',
  fields: [],
  group,
  ...options,
})

export const table = (
  name: string,
  fields: readonly string[],
  options: Partial<ViewDeclaration> = {},
): ViewDeclaration => ({
  name,
  layout: 'table',
  fields,
  ...options,
})
