import { createHash } from 'node:crypto'
import { columns } from '#platform/fields/columns.ts'
import type { FieldModel, Model, ObjectModel } from '#platform/objects/model.ts'

/** Name of the index that keeps a field's values apart: `company_domain_unique`. */
export const uniqueName = (object: string, fields: readonly string[]): string =>
  fitting(`${object}_${fields.join('_')}_unique`)

export const foreignKeyName = (table: string, column: string): string => fitting(`${table}_${column}_fkey`)

export const indexName = (table: string, field: string, suffix: string): string =>
  fitting(`${table}_${field}_${suffix}`)

/** PostgreSQL cuts names after 63 bytes without a word, so that two of them could become one. */
export function fitting(name: string): string {
  if (name.length <= 63) return name
  return `${name.slice(0, 54)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
}

export interface ConstraintField {
  readonly object: ObjectModel
  readonly fields: readonly FieldModel[]
  readonly is: 'unique' | 'reference'
}

/**
 * The field behind a violated constraint, so that a database error becomes a message beside an input.
 *
 * @example constraintField(model, error.constraint) // { object: company, fields: [domain], is: 'unique' }
 */
export function constraintField(model: Model, constraint: string | undefined): ConstraintField | undefined {
  let names = known.get(model)
  if (names === undefined) known.set(model, (names = namesOf(model)))
  return constraint === undefined ? undefined : names.get(constraint)
}

const known = new WeakMap<Model, Map<string, ConstraintField>>()

function namesOf(model: Model): Map<string, ConstraintField> {
  const names = new Map<string, ConstraintField>()
  for (const object of model.objects.values()) {
    for (const field of object.fields.values()) {
      if (field.options.unique === true)
        names.set(uniqueName(object.name, [field.name]), { object, fields: [field], is: 'unique' })
      if (field.relation === undefined) continue
      const reference: ConstraintField = { object, fields: [field], is: 'reference' }
      names.set(foreignKeyName(object.name, field.name), reference)
      const links = columns.get(field.kind.name)?.linkTable?.(field)
      if (links !== undefined) names.set(foreignKeyName(links.name, 'target'), reference)
    }
    for (const set of object.unique) {
      const fields = set.map((name) => object.fields.get(name)!)
      names.set(uniqueName(object.name, set), { object, fields, is: 'unique' })
    }
  }
  return names
}
