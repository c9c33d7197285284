import type { JsonObject } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import { isEmpty } from '../records/check-values.ts'
import { parseValues } from '../records/parse-values.ts'

/**
 * Rows of a file that say the same as an earlier one, by the object's exact duplicate rules: index → sentence.
 * `seen` carries what earlier steps of the same file held.
 */
export function demandNothingTwice(
  ctx: Context,
  object: ObjectModel,
  rows: readonly JsonObject[],
  seen: Set<string>,
): Map<number, string> {
  const twice = new Map<number, string>()
  const rules = object.duplicates.filter((rule) => rule.match === 'exact')
  for (const [index, row] of rows.entries()) {
    const { values } = parseValues(ctx, object, row)
    for (const rule of rules) {
      if (rule.fields.some((name) => isEmpty(values[name]))) continue
      const said = JSON.stringify([
        rule.fields,
        rule.fields.map((name) => values[name] as unknown),
      ]).toLowerCase()
      if (seen.has(said))
        twice.set(
          index,
          `An earlier row has the same ${rule.fields.map((name) => object.fields.get(name)!.label).join(' and ')}.`,
        )
      seen.add(said)
    }
  }
  return twice
}
