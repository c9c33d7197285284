import type { FilterJson, Json } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Context } from '../context.ts'
import { findRecords } from '../records/list-records.ts'
import { parseContext } from '../records/parse-values.ts'
import type { Draft, RowProblem } from './draft-rows.ts'
import type { ImportPlan } from './import-plan.ts'

export interface ByKey {
  readonly fresh: readonly Draft[]
  readonly matched: readonly { readonly draft: Draft; readonly id: string }[]
  /** Left out because an earlier row had the same key, where the plan says so. */
  readonly repeated: readonly Draft[]
  readonly refused: readonly { readonly draft: Draft; readonly problems: readonly RowProblem[] }[]
}

const most = 500

/** Finds the records that rows are about by the plan's key; a key that comes twice in the file is refused. */
export async function recordsByKey(
  ctx: Context,
  object: ObjectModel,
  plan: ImportPlan,
  drafts: readonly Draft[],
  seen: Set<string>,
): Promise<ByKey> {
  if (plan.key === null) return { fresh: drafts, matched: [], repeated: [], refused: [] }
  const field = object.fields.get(plan.key)
  if (field === undefined) throw malformed(`${object.label} has no field “${plan.key}” to find records by.`)
  const keyOf = (draft: Draft): Json =>
    (field.kind.parse((draft.values[field.name] ?? null) as Json, field, parseContext(ctx)) ?? null) as Json
  const keys = [...new Set(drafts.map((draft) => keyOf(draft)).filter((key) => key !== null))]
  const ids = new Map<Json, string[]>()
  for (let start = 0; start < keys.length; start += most) {
    const where: FilterJson = {
      ...sameConstants(object, plan),
      [field.name]: { in: keys.slice(start, start + most) },
    }
    const rows = await findRecords(ctx, object.name, { where, fields: [field.name], sort: 'id', limit: most })
    for (const row of rows) {
      const key = (
        typeof row[field.name] === 'object' && row[field.name] !== null ? row[field.name].id : row[field.name]
      ) as Json
      ids.set(key, [...(ids.get(key) ?? []), row.id])
    }
  }
  const fresh: Draft[] = []
  const repeated: Draft[] = []
  const matched: { draft: Draft; id: string }[] = []
  const refused: { draft: Draft; problems: RowProblem[] }[] = []
  for (const draft of drafts) {
    const key = keyOf(draft)
    const found = key === null ? [] : (ids.get(key) ?? [])
    const sign = `key ${JSON.stringify(key)}`
    if (key !== null && seen.has(sign) && plan.repeated === 'skip') {
      repeated.push(draft)
      continue
    }
    const problem =
      key === null
        ? undefined
        : seen.has(sign)
          ? `An earlier row has the same ${field.label}.`
          : found.length > 1
            ? `Several ${object.pluralLabel.toLowerCase()} have this ${field.label}.`
            : undefined
    if (problem !== undefined) {
      refused.push({
        draft,
        problems: [
          { kind: 'duplicate', column: null, field: field.name, value: String(key), message: problem },
        ],
      })
      continue
    }
    seen.add(sign)
    if (found.length === 1) matched.push({ draft, id: found[0]! })
    else fresh.push(draft)
  }
  return { fresh, matched, repeated, refused }
}

/** Records are looked for among those that have the plan's values for all rows: “Won” in this pipeline. */
function sameConstants(object: ObjectModel, plan: ImportPlan): FilterJson {
  const links = Object.entries(plan.constants).filter(
    ([name]) => object.fields.get(name)?.relation?.many === false,
  )
  return Object.fromEntries(links)
}
