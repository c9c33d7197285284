import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import type { Model } from '#platform/objects/model.ts'
import { invalid, Problem } from '#platform/objects/problem.ts'
import { rule } from '#platform/server/modules/server-module.ts'
import { z } from 'zod'

/** What a role may do is written as `Permissions`, names objects and fields that exist, and filters that can be read. */
export const permissionsMakeSense = rule('role', { when: 'permissions' }, (ctx, { changes }) => {
  const given = changes['permissions'] as unknown
  if (given == null) return
  const faults = permissionFaults(ctx.model, given)
  if (faults.length === 0) return
  throw invalid(faults.map((message) => ({ field: 'permissions', code: 'permissions', message })))
})

/** What is wrong with these permissions: sentences, none when they are fine. */
export function permissionFaults(model: Model, given: unknown): string[] {
  const read = permissions.safeParse(given)
  if (!read.success)
    return read.error.issues.map(({ path, message }) => `${path.join('.') || 'permissions'}: ${message}`)
  return Object.entries(read.data.objects ?? {}).flatMap(([name, said]) => {
    const object = model.objects.get(name)
    if (object === undefined) return [`There is no object “${name}”.`]
    const unknown = Object.keys(said.fields ?? {}).filter((field) => !object.fields.has(field))
    const filter = said.where === undefined ? [] : filterFaults(model, name, said.where)
    return [...unknown.map((field) => `${name} has no field “${field}”.`), ...filter]
  })
}

function filterFaults(model: Model, object: string, where: Record<string, unknown>): string[] {
  try {
    parseFilter(model, object, where as never)
    return []
  } catch (error) {
    if (error instanceof Problem) return [`${object}: ${error.detail}`]
    throw error
  }
}

const level = z.enum(['none', 'own', 'team', 'all']).optional()

const objectPermission = z.strictObject({
  create: level,
  read: level,
  update: level,
  delete: level,
  fields: z.record(z.string(), z.enum(['hidden', 'read_only'])).optional(),
  actions: z.record(z.string(), z.boolean()).optional(),
  where: z.record(z.string(), z.unknown()).optional(),
})

const permissions = z.strictObject({
  administrator: z.boolean().optional(),
  default: objectPermission.optional(),
  objects: z.record(z.string(), objectPermission).optional(),
})
