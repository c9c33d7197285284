import type { Json, JsonObject } from '#platform/objects/json.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Answer, Context } from '../context.ts'
import { createRecords } from './create-records.ts'
import { findRecords } from './list-records.ts'
import { updateRecords } from './update-records.ts'

/**
 * Creates or updates by a unique field: the way in for records that another system keeps.
 *
 * @throws Problem 400 when the field is not unique, and what create and update throw
 */
export async function upsertRecord(
  ctx: Context,
  objectName: string,
  { field: name, value, values = {} }: { field: string; value: Json; values?: JsonObject },
): Promise<{ record: Answer; created: boolean }> {
  const object = ctx.model.object(objectName)
  const field = object.fields.get(name)
  if (field?.options.unique !== true || ctx.actor.access.field(objectName, name) === 'hidden') {
    throw malformed(`“${name}” is not a unique field of ${object.label}.`)
  }
  const given =
    typeof value === 'string' ? field.kind.fromText(value, field, { dates: 'ymd', decimal: '.' }) : value
  const [found] = await findRecords(ctx, objectName, {
    where: { [name]: { eq: given } },
    fields: [],
    limit: 1,
  })
  if (found === undefined) {
    const [record] = await createRecords(ctx, objectName, [{ ...values, [name]: given }])
    return { record: record!, created: true }
  }
  const [record] = await updateRecords(ctx, objectName, [{ id: found.id, changes: values }])
  return { record: record!, created: false }
}
