import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import { titlesLike, type Choice } from './choices.ts'
import { draftRows, type RowProblem } from './draft-rows.ts'
import { findLinks } from './find-links.ts'
import { bindingsOf, type Binding, type ImportPlan } from './import-plan.ts'
import { ownTitles } from './own-titles.ts'
import { readRows, type FileRow } from './read-rows.ts'
import { dropStep } from './run-step.ts'
import { sortRows } from './sort-rows.ts'
import { writable } from './writable.ts'

export interface PreviewProblem extends RowProblem {
  readonly id: string
  readonly rows: number
  readonly examples: readonly { readonly row: number; readonly text: string }[]
  /** What could be meant instead. */
  readonly choices: readonly Choice[]
}

export interface Preview {
  /** Rows in the file; those looked at when time ran out are `checked`. */
  readonly rows: number
  readonly checked: number
  readonly problems: readonly PreviewProblem[]
  readonly counts: {
    readonly create: number
    readonly update: number
    readonly unchanged: number
    readonly skip: number
    readonly reject: number
  }
}

const step = 1000
/** Longer nobody waits for a preview; what was not looked at is said. */
const patience = 20_000
const mostProblems = 200

/**
 * Goes through the file as the import would, writes nothing, and says what would become of its rows; problems of the
 * same cause are one, with the number of their rows.
 */
export async function previewImport(
  ctx: Context,
  object: ObjectModel,
  plan: ImportPlan,
  path: string,
): Promise<Preview> {
  const open = () => readRows(path, plan.dialect)
  const { headers, rows } = await open()
  const bindings = bindingsOf(ctx.model, plan, headers, (field) => writable(ctx, field))
  const titles = await ownTitles(object, bindings, open)
  const links = findLinks(false)
  const seen = new Set<string>()
  const counts = { create: 0, update: 0, unchanged: 0, skip: 0, reject: 0 }
  const problems = new Map<string, PreviewProblem>()
  const until = performance.now() + patience
  let [total, checked] = [0, 0]
  for await (const some of inSteps(rows, step)) {
    total += some.length
    if (performance.now() > until) continue
    checked += some.length
    const drafts = await draftRows(ctx, object, plan, bindings, some, links, titles)
    const sorted = await sortRows(ctx, object, plan, bindings, drafts, seen)
    dropStep(ctx)
    counts.create += sorted.create.length
    counts.update += sorted.update.length
    counts.unchanged += sorted.unchanged.length
    counts.skip += sorted.skipped.length
    counts.reject += sorted.rejected.length
    for (const { draft, problems: found } of sorted.rejected)
      for (const problem of found) note(problems, problem, draft.row)
  }
  const shown = [...problems.values()].sort((a, b) => b.rows - a.rows).slice(0, mostProblems)
  return { rows: total, checked, counts, problems: await withChoices(ctx, bindings, shown) }
}

export async function* inSteps(rows: AsyncIterable<FileRow>, size: number): AsyncGenerator<FileRow[]> {
  let some: FileRow[] = []
  for await (const row of rows) {
    some.push(row)
    if (some.length < size) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

function note(problems: Map<string, PreviewProblem>, problem: RowProblem, row: FileRow): void {
  // One cause is one problem: the text matters where it can be mended once for all its rows.
  const id = [
    problem.kind,
    problem.column ?? problem.field,
    problem.kind === 'missing' ? '' : problem.value,
    problem.message,
  ].join(' · ')
  const known = problems.get(id) ?? { ...problem, id, rows: 0, examples: [], choices: [] }
  const text = row.cells.map((cell) => (typeof cell === 'string' ? cell : JSON.stringify(cell))).join(' · ')
  const examples =
    known.examples.length < 3
      ? [...known.examples, { row: row.number, text: text.slice(0, 200) }]
      : known.examples
  problems.set(id, { ...known, rows: known.rows + 1, examples })
}

async function withChoices(
  ctx: Context,
  bindings: readonly Binding[],
  problems: readonly PreviewProblem[],
): Promise<PreviewProblem[]> {
  const mended: PreviewProblem[] = []
  for (const problem of problems) {
    const binding = bindings.find(({ column }) => column === problem.column)
    const choices =
      problem.kind === 'unmatched' && binding !== undefined
        ? await titlesLike(ctx, binding, problem.value)
        : []
    mended.push({ ...problem, choices })
  }
  return mended
}
