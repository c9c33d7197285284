import { kinds } from '#platform/fields/kinds.ts'
import type { ActionDeclaration } from './define-action.ts'
import type { ObjectDeclaration } from './define-object.ts'
import type { FieldDeclaration } from './field.ts'
import { rememberModel } from './formula/computed-fields.ts'
import { labelOf, lowerFirst } from './label.ts'
import type { Children, FieldModel, Model, ObjectModel } from './model.ts'
import { notFound } from './problem.ts'
import { reservedPlurals } from './reserved-plurals.ts'
import { standardFields } from './standard-fields.ts'
import { WrongDeclarations, type Fault } from './wrong-declarations.ts'

/** A declared object with where it comes from. */
export interface DeclaredObject {
  readonly module: string
  readonly declaration: ObjectDeclaration
  readonly custom?: boolean
  /** Names of the fields that a customer added to it. */
  readonly customFields?: ReadonlySet<string>
}

/**
 * Resolves declarations into a model, the same in browser and server.
 *
 * @throws WrongDeclarations naming object and field: a start must not go on with it.
 */
export function buildModel(
  declared: readonly DeclaredObject[],
  actions: readonly ActionDeclaration[] = [],
): Model {
  const children = childrenOf(declared)
  const objects = new Map(
    declared.map((one) => [one.declaration.name, objectModel(one, children, actions)] as const),
  )
  const plurals = new Map([...objects.values()].map((object) => [object.plural, object]))
  const model: Model = {
    objects,
    actions: new Map(actions.filter((action) => action.object === '').map((action) => [action.name, action])),
    object: (name) => objects.get(name) ?? fail(name),
    byPlural: (plural) => plurals.get(plural) ?? fail(plural),
  }
  rememberModel(model)
  const faults = [...objects.values()].flatMap((object) => faultsOf(object, model))
  for (const object of objects.values()) {
    if (plurals.get(object.plural) === object) continue
    faults.push({
      object: object.name,
      sentence: `has the same plural as ${plurals.get(object.plural)!.name}.`,
    })
  }
  if (faults.length > 0) throw new WrongDeclarations(faults)
  return model
}

function fail(name: string): never {
  throw notFound(`object “${name}”`)
}

function objectModel(
  { declaration, module, custom = false, customFields }: DeclaredObject,
  children: ReadonlyMap<string, ReadonlyMap<string, Children>>,
  actions: readonly ActionDeclaration[],
): ObjectModel {
  const { name } = declaration
  const fields = new Map<string, FieldModel>()
  const add = (fieldName: string, options: FieldDeclaration, standard: boolean): void => {
    const ofCustomer = !standard && (custom || (customFields?.has(fieldName) ?? false))
    fields.set(fieldName, fieldModel(name, fieldName, options, standard, ofCustomer))
  }
  const standard = standardFields(declaration)
  for (const [fieldName, options] of Object.entries(standard.first)) add(fieldName, options, true)
  for (const [fieldName, options] of Object.entries(declaration.fields)) add(fieldName, options, false)
  for (const [fieldName, options] of Object.entries(standard.last)) add(fieldName, options, true)
  const title = fields.get(declaration.title)
  if (title === undefined) {
    throw new WrongDeclarations([
      { object: name, sentence: `title field “${declaration.title}” is not declared.` },
    ])
  }
  const label = declaration.label ?? labelOf(name)
  return {
    name,
    label,
    title,
    module,
    custom,
    fields,
    declaration,
    plural: declaration.plural,
    pluralLabel: declaration.plural_label ?? labelOf(declaration.plural),
    icon: declaration.icon ?? 'box',
    owned: declaration.owned ?? true,
    customer: declaration.customer ?? false,
    isCustomer: declaration.is_customer ?? false,
    appendOnly: declaration.append_only ?? false,
    setup: declaration.setup ?? false,
    children: children.get(name) ?? new Map(),
    unique: declaration.unique ?? [],
    duplicates: declaration.duplicates ?? [],
    shortForm: declaration.short_form ?? [],
    sections: declaration.sections ?? [],
    views: declaration.views ?? [],
    actions: new Map(
      actions.filter((action) => action.object === name).map((action) => [action.name, action]),
    ),
  }
}

/** Resolves one field declaration; also used for the inputs of actions. @throws WrongDeclarations when the kind is unknown. */
export function fieldModel(
  object: string,
  name: string,
  options: FieldDeclaration,
  standard = false,
  custom = false,
): FieldModel {
  const kind = kinds.get(options.kind)
  if (kind === undefined) {
    throw new WrongDeclarations([
      { object, field: name, sentence: `there is no field kind “${options.kind}”.` },
    ])
  }
  const label = options.label ?? labelOf(name)
  return { name, object, label, kind, options, custom, standard, relation: kind.relation?.(options) }
}

/** For every object, what points to it. A reference names its other side with `inverse`, else by its object's plural. */
function childrenOf(declared: readonly DeclaredObject[]): Map<string, Map<string, Children>> {
  const found = new Map<string, Map<string, Children>>(
    declared.map((one) => [one.declaration.name, new Map()]),
  )
  for (const { declaration } of declared) {
    const standard = standardFields(declaration)
    for (const [field, options] of Object.entries({
      ...standard.first,
      ...declaration.fields,
      ...standard.last,
    })) {
      const to = kinds.get(options.kind)?.relation?.(options).to
      const siblings = to === undefined ? undefined : found.get(to)
      if (siblings === undefined || options['inverse'] === null) continue
      const wanted = typeof options['inverse'] === 'string' ? options['inverse'] : declaration.plural
      const name = siblings.has(wanted) ? `${wanted}_by_${field}` : wanted
      const plural = declaration.plural_label ?? labelOf(declaration.plural)
      const label =
        name === declaration.plural ? plural : `${plural} (${lowerFirst(options.label ?? labelOf(field))})`
      siblings.set(name, { name, object: declaration.name, field, label })
    }
  }
  return found
}

function faultsOf(object: ObjectModel, model: Model): Fault[] {
  const faults: Fault[] = []
  if (reservedPlurals.has(object.plural)) {
    faults.push({
      object: object.name,
      sentence: `has the plural “${object.plural}”, which the API keeps for itself.`,
    })
  }
  for (const field of object.fields.values()) {
    const said = [...(field.kind.check?.(field, model) ?? [])]
    if (field.relation !== undefined && !model.objects.has(field.relation.to)) {
      said.push(`points to “${field.relation.to}”, which is not an object.`)
    }
    if (!/^[a-z][a-z0-9_]{0,47}$/.test(field.name))
      said.push('must be named in snake_case, up to 48 letters.')
    if (object.children.has(field.name))
      said.push(`has the name of the list of ${object.children.get(field.name)!.object} records.`)
    faults.push(...said.map((sentence) => ({ object: object.name, field: field.name, sentence })))
  }
  const named = [
    ...object.unique.flat(),
    ...object.shortForm,
    ...object.sections.flatMap((section) => section.fields),
    ...object.duplicates.flatMap((rule) => rule.fields),
  ]
  for (const name of named) {
    if (object.fields.has(name)) continue
    faults.push({ object: object.name, sentence: `names a field “${name}” that it does not have.` })
  }
  return faults
}
