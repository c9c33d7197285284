import { sql, type Kysely } from 'kysely'
import type { Context } from '../../context.ts'
import type { CustomField, CustomObject } from '../custom-declarations.ts'

/** The declarations of customers as rows of `custom_object` and `custom_field`. */
export async function insertObject(ctx: Context, db: Kysely<any>, object: CustomObject): Promise<void> {
  const { workspace, actor } = ctx
  await sql`insert into ${sql.id(workspace.schema)}.custom_object (id, name, declaration, created_by, updated_by)
    values (${object.id}, ${object.name}, ${JSON.stringify(object.declaration)}::jsonb, ${actor.id}, ${actor.id})`.execute(
    db,
  )
}

export async function saveObject(ctx: Context, db: Kysely<any>, object: CustomObject): Promise<void> {
  await sql`update ${sql.id(ctx.workspace.schema)}.custom_object
    set declaration = ${JSON.stringify(object.declaration)}::jsonb, version = version + 1,
      updated_at = now(), updated_by = ${ctx.actor.id}
    where id = ${object.id}`.execute(db)
}

export async function insertFields(
  ctx: Context,
  db: Kysely<any>,
  fields: readonly CustomField[],
): Promise<void> {
  if (fields.length === 0) return
  const { workspace, actor } = ctx
  const rows = fields.map(
    (field) =>
      sql`(${field.id}::uuid, ${field.object}, ${field.name}, ${JSON.stringify(field.declaration)}::jsonb, ${actor.id}::uuid, ${actor.id}::uuid)`,
  )
  await sql`insert into ${sql.id(workspace.schema)}.custom_field
    (id, object, name, declaration, created_by, updated_by) values ${sql.join(rows)}`.execute(db)
}

export async function saveField(ctx: Context, db: Kysely<any>, field: CustomField): Promise<void> {
  await sql`update ${sql.id(ctx.workspace.schema)}.custom_field
    set name = ${field.name}, declaration = ${JSON.stringify(field.declaration)}::jsonb, version = version + 1,
      updated_at = now(), updated_by = ${ctx.actor.id}
    where id = ${field.id}`.execute(db)
}

export async function removeRows(
  ctx: Context,
  db: Kysely<any>,
  table: 'custom_field' | 'custom_object',
  ids: readonly string[],
): Promise<void> {
  await sql`delete from ${sql.id(ctx.workspace.schema, table)} where id = any(${ids}::uuid[])`.execute(db)
}
