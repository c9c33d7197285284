import type { JsonObject } from '#platform/objects/json.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { FieldError } from '#platform/objects/problem.ts'
import type { Context } from '../context.ts'
import { demandNothingTwice } from './own-duplicates.ts'
import { findDuplicatesOfMany } from '../records/find-duplicates.ts'
import { prepareRecords, type Prepared } from '../records/create-records.ts'
import { prepareUpdates, type PreparedUpdate } from '../records/update-records.ts'
import type { Draft, RowProblem } from './draft-rows.ts'
import type { Binding, ImportPlan } from './import-plan.ts'
import { recordsByKey } from './records-by-key.ts'

/** What becomes of the rows of one step. */
export interface Sorted {
  readonly create: readonly { readonly draft: Draft; readonly prepared: Prepared }[]
  readonly update: readonly { readonly draft: Draft; readonly prepared: PreparedUpdate }[]
  readonly unchanged: readonly Draft[]
  readonly skipped: readonly Draft[]
  readonly rejected: readonly { readonly draft: Draft; readonly problems: readonly RowProblem[] }[]
}

/** Decides for each row whether it is new, changes a record, changes nothing, or cannot be taken; writes nothing. */
export async function sortRows(
  ctx: Context,
  object: ObjectModel,
  plan: ImportPlan,
  bindings: readonly Binding[],
  drafts: readonly Draft[],
  seen: Set<string>,
): Promise<Sorted> {
  const skipped = drafts.filter((draft) => draft.skipped)
  const rejected = drafts
    .filter((draft) => !draft.skipped && draft.problems.length > 0)
    .map((draft) => ({ draft, problems: draft.problems }))
  const usable = drafts.filter((draft) => !draft.skipped && draft.problems.length === 0)
  const { fresh, matched, repeated, refused } = await recordsByKey(ctx, object, plan, usable, seen)
  rejected.push(...refused)
  skipped.push(...repeated)
  const updates =
    plan.existing === 'skip'
      ? []
      : await prepareUpdates(
          ctx,
          object,
          matched.map(({ id, draft }) => ({ id, changes: draft.values })),
        )
  const update: { draft: Draft; prepared: PreparedUpdate }[] = []
  const unchanged: Draft[] = plan.existing === 'skip' ? matched.map(({ draft }) => draft) : []
  for (const [index, prepared] of updates.entries()) {
    const { draft } = matched[index]!
    if (prepared.errors.length > 0)
      rejected.push({ draft, problems: asProblems(prepared.errors, bindings, draft) })
    else if (Object.keys(prepared.changes).length > 0) update.push({ draft, prepared })
    else unchanged.push(draft)
  }
  const create: { draft: Draft; prepared: Prepared }[] = []
  // A key decides alone what is the same.
  const doubles =
    plan.duplicates === 'create' || plan.key !== null
      ? new Map<number, RowProblem>()
      : await doublesAmong(ctx, object, fresh, seen)
  const news = fresh.filter((_, index) => !doubles.has(index))
  for (const [index, problem] of doubles) rejected.push({ draft: fresh[index]!, problems: [problem] })
  const prepared =
    news.length === 0
      ? []
      : await prepareRecords(
          ctx,
          object,
          news.map((draft) => draft.values),
        )
  for (const [index, row] of prepared.entries()) {
    const draft = news[index]!
    if (row.errors.length > 0) rejected.push({ draft, problems: asProblems(row.errors, bindings, draft) })
    else create.push({ draft, prepared: row })
  }
  return { create, update, unchanged, skipped, rejected }
}

async function doublesAmong(
  ctx: Context,
  object: ObjectModel,
  drafts: readonly Draft[],
  seen: Set<string>,
): Promise<Map<number, RowProblem>> {
  const problems = new Map<number, RowProblem>()
  const values = drafts.map((draft) => draft.values as JsonObject)
  for (const [index, message] of demandNothingTwice(ctx, object, values, seen))
    problems.set(index, double(message))
  for (const [index, found] of await findDuplicatesOfMany(ctx, object.name, values)) {
    const names = `“${found.record.title ?? found.record.id}”`
    problems.set(index, double(`This ${lowerFirst(object.label)} seems to be there already: ${names}.`))
  }
  return problems
}

const double = (message: string): RowProblem => ({
  kind: 'duplicate',
  column: null,
  field: null,
  value: '',
  message,
})

function asProblems(
  errors: readonly FieldError[],
  bindings: readonly Binding[],
  { row }: Draft,
): RowProblem[] {
  return errors.map(({ field, code, message }) => {
    const binding = bindings.find((one) => one.field.name === field)
    const cell = binding === undefined ? '' : (row.cells[binding.at] ?? '')
    const value = typeof cell === 'string' ? cell.trim() : JSON.stringify(cell)
    return {
      kind: code === 'required' ? 'missing' : 'invalid',
      column: binding?.column ?? null,
      field,
      value,
      message,
    }
  })
}
