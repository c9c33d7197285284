import { Unfit } from '#platform/fields/kind.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import { parseContext } from '../records/parse-values.ts'
import type { Links } from './find-links.ts'
import type { Binding, ImportPlan } from './import-plan.ts'
import type { FileRow } from './read-rows.ts'

/** Why a row cannot be taken as it is. */
export interface RowProblem {
  readonly kind: 'unmatched' | 'invalid' | 'missing' | 'duplicate'
  readonly column: string | null
  readonly field: string | null
  /** The text in the file. */
  readonly value: string
  readonly message: string
}

export interface Draft {
  readonly row: FileRow
  readonly values: JsonObject
  readonly problems: readonly RowProblem[]
  /** Left out because a fix says so. */
  readonly skipped: boolean
  /** References to other rows of the same file: field → text. */
  readonly later: Readonly<Record<string, string>>
}

/** Reads the cells of rows into values of the object's fields, with what is wrong about each row. */
export async function draftRows(
  ctx: Context,
  object: ObjectModel,
  plan: ImportPlan,
  bindings: readonly Binding[],
  rows: readonly FileRow[],
  links: Links,
  ownTitles: ReadonlySet<string>,
): Promise<Draft[]> {
  for (const binding of bindings) {
    if (binding.target === undefined) continue
    const byPlace = Map.groupBy(rows, (row) => placeOf(plan, bindings, binding, row, links))
    for (const [place, some] of byPlace)
      await links.prepare(
        ctx,
        binding,
        some.flatMap((row) => textsOf(binding, row)),
        place,
      )
  }
  return rows.map((row) => draft(ctx, object, plan, bindings, row, links, ownTitles))
}

function draft(
  ctx: Context,
  object: ObjectModel,
  plan: ImportPlan,
  bindings: readonly Binding[],
  row: FileRow,
  links: Links,
  ownTitles: ReadonlySet<string>,
): Draft {
  const values: Record<string, Json> = { ...plan.constants }
  const later: Record<string, string> = {}
  const problems: RowProblem[] = []
  let skipped = false
  const say = (binding: Binding, kind: RowProblem['kind'], value: string, message: string): void =>
    void problems.push({ kind, column: binding.column, field: binding.field.name, value, message })
  for (const binding of bindings) {
    const cell = row.cells[binding.at] ?? ''
    if (binding.target !== undefined) {
      const ids: string[] = []
      const place = placeOf(plan, bindings, binding, row, links)
      for (const text of textsOf(binding, row)) {
        const found = links.found(binding, text, place)
        if (found === 'skip') skipped = true
        else if (found === 'empty') continue
        else if (found === 'none' && binding.target.object === object && ownTitles.has(text))
          later[binding.field.name] = text
        else if (found === 'none')
          say(binding, 'unmatched', text, `“${text}” is no ${lowerFirst(binding.target.object.label)} here.`)
        else if (found === 'several')
          say(
            binding,
            'unmatched',
            text,
            `“${text}” names several ${lowerFirst(binding.target.object.pluralLabel)}.`,
          )
        else ids.push(found.id)
      }
      if (binding.field.name in later) continue
      values[binding.field.name] = binding.field.relation!.many ? ids : (ids[0] ?? null)
      continue
    }
    const fixed = typeof cell === 'string' ? fixOf(binding, cell) : cell
    if (fixed === '$skip') skipped = true
    else readCell(ctx, plan, binding, fixed, cell, values, say)
  }
  return { row, values, problems, skipped, later }
}

function readCell(
  ctx: Context,
  plan: ImportPlan,
  binding: Binding,
  fixed: Json,
  cell: Json,
  values: Record<string, Json>,
  say: (binding: Binding, kind: RowProblem['kind'], value: string, message: string) => void,
): void {
  const { field } = binding
  try {
    const given = readText(plan, binding, fixed, values[field.name])
    field.kind.parse(given, field, parseContext(ctx))
    values[field.name] = given
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    const value = typeof cell === 'string' ? cell.trim() : JSON.stringify(cell)
    say(
      binding,
      field.kind.family === 'choice' || field.kind.family === 'set' ? 'unmatched' : 'invalid',
      value,
      error.message,
    )
  }
}

/** The record within which this row's reference is to be found: what another column, or a value for all rows, says. */
function placeOf(
  plan: ImportPlan,
  bindings: readonly Binding[],
  { target }: Binding,
  row: FileRow,
  links: Links,
): string | null {
  if (target?.within === undefined) return null
  const constant = plan.constants[target.within]
  const outer = bindings.find(({ field }) => field.name === target.within)
  const text = outer === undefined ? undefined : textsOf(outer, row)[0]
  if (outer === undefined || text === undefined) return typeof constant === 'string' ? constant : null
  const found = links.found(outer, text)
  return typeof found === 'object' ? found.id : null
}

/** Text → what the kind's `parse` takes; a part joins the parts that other columns gave. */
function readText(
  plan: ImportPlan,
  { field, part, factor }: Binding,
  fixed: Json,
  sofar: Json | undefined,
): Json {
  const text = typeof fixed === 'string' ? fixed.trim() : fixed
  if (part !== undefined)
    return text === '' || text === null
      ? (sofar ?? null)
      : { ...(sofar as JsonObject | undefined), [part]: text }
  if (text === '') return null
  const given = typeof text === 'string' ? field.kind.fromText(text, field, plan.dialect) : text
  return factor === undefined ? given : multiplied(given, factor)
}

function multiplied(given: Json, factor: number): Json {
  const times = (number: unknown): number => Number((Number(number) * factor).toPrecision(15))
  if (typeof given === 'number' || typeof given === 'string') return times(given)
  if (given !== null && typeof given === 'object' && 'amount' in given)
    return { ...given, amount: times(given['amount']) }
  return given
}

function fixOf({ fixes }: Binding, cell: string): string | null {
  const fix = fixes[cell.trim()]
  return fix === undefined ? cell : fix
}

/** The texts that name referenced records: one, or several separated by semicolons for many-to-many. */
function textsOf({ at, field }: Binding, { cells }: FileRow): string[] {
  const cell = cells[at] ?? ''
  const text = typeof cell === 'string' ? cell : linkText(cell)
  const parts = field.relation!.many ? text.split(';') : [text]
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** NDJSON may give links as they are exported: `{ id, title }`. */
function linkText(cell: Json): string {
  if (Array.isArray(cell)) return cell.map((one) => linkText(one as Json)).join(';')
  if (typeof cell === 'object' && cell !== null && 'id' in cell) return String((cell as JsonObject)['id'])
  return cell === null ? '' : String(cell)
}
