import { sql, type Kysely } from 'kysely'
import type { DeclaredObject } from '#platform/objects/build-model.ts'
import type { ObjectDeclaration } from '#platform/objects/define-object.ts'
import type { FieldDeclaration } from '#platform/objects/field.ts'

export interface CustomField {
  readonly id: string
  readonly object: string
  readonly name: string
  readonly declaration: FieldDeclaration
  readonly version: number
}

export interface CustomObject {
  readonly id: string
  readonly name: string
  /** Without its fields, which are stored one by one. */
  readonly declaration: Omit<ObjectDeclaration, 'name' | 'fields'>
  readonly version: number
}

/** What a customer added to a workspace, as stored. */
export interface Customization {
  readonly objects: readonly CustomObject[]
  readonly fields: readonly CustomField[]
}

export async function readCustomization(db: Kysely<any>, schema: string): Promise<Customization> {
  const { rows } = await sql<{ objects: CustomObject[]; fields: CustomField[] }>`select
    (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'declaration', declaration, 'version', version)
      order by created_at, id), '[]') from ${sql.id(schema)}.custom_object) as objects,
    (select coalesce(json_agg(json_build_object('id', id, 'object', object, 'name', name, 'declaration', declaration,
      'version', version) order by created_at, id), '[]') from ${sql.id(schema)}.custom_field) as fields`.execute(
    db,
  )
  return rows[0]!
}

export const isPlain = (custom: Customization): boolean =>
  custom.objects.length === 0 && custom.fields.length === 0

/** The code's declarations with the customer's laid over them. */
export function withCustomization(
  declared: readonly DeclaredObject[],
  custom: Customization,
): DeclaredObject[] {
  const fieldsOf = new Map<string, Record<string, FieldDeclaration>>()
  for (const field of custom.fields) {
    const fields = fieldsOf.get(field.object) ?? {}
    fields[field.name] = field.declaration
    fieldsOf.set(field.object, fields)
  }
  const known = new Set([
    ...declared.map((one) => one.declaration.name),
    ...custom.objects.map((one) => one.name),
  ])
  const lost = custom.fields.find((field) => !known.has(field.object))
  if (lost !== undefined) {
    throw new Error(
      `${lost.object}.${lost.name}: the field was made here, but there is no object “${lost.object}” any more.`,
    )
  }
  return [
    ...declared.map((one) => {
      const added = fieldsOf.get(one.declaration.name)
      if (added === undefined) return one
      const declaration = { ...one.declaration, fields: { ...one.declaration.fields, ...added } }
      return { ...one, declaration, customFields: new Set(Object.keys(added)) }
    }),
    ...custom.objects.map((object) => ({
      module: 'custom',
      custom: true,
      declaration: { ...object.declaration, name: object.name, fields: fieldsOf.get(object.name) ?? {} },
    })),
  ]
}
