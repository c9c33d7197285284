import type { FieldModel } from '#platform/objects/model.ts'
import type { Context } from '#platform/server/context.ts'
import { rule } from '#platform/server/modules/server-module.ts'
import { updateRecords } from '#platform/server/records/update-records.ts'
import { knownTags } from './tags-become-known.ts'

/** A tag that is renamed is renamed on every record that bears it. */
export const tagNamesAreFollowed = rule(
  'tag',
  { on: ['update'], when: 'name' },
  async (ctx, { before, after }) => {
    const [old, name] = [before!['name'] as string, after['name'] as string]
    const known = await knownTags(ctx)
    known.delete(old.toLowerCase())
    known.set(name.toLowerCase(), name)
    for (const object of ctx.model.objects.values()) {
      // Setup objects use the kind for other words: the gate fields of a stage are names of fields.
      if (object.setup) continue
      for (const field of object.fields.values()) {
        if (field.kind.name === 'tags' && !field.standard) await rename(ctx, field, old, name)
      }
    }
  },
)

async function rename(ctx: Context, field: FieldModel, old: string, name: string): Promise<void> {
  for (;;) {
    const found = await ctx.find(
      field.object,
      { [field.name]: { has: old } },
      { fields: [field.name], limit: 500 },
    )
    if (found.length === 0) return
    const updates = found.map((record) => {
      const words = (record[field.name] as string[]).map((word) => (word === old ? name : word))
      return { id: record.id, changes: { [field.name]: [...new Set(words)] } }
    })
    await updateRecords(ctx, field.object, updates)
  }
}
