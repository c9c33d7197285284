import type { ObjectModel } from '#platform/objects/model.ts'
import type { Binding } from './import-plan.ts'
import type { FileRows } from './read-rows.ts'

/**
 * The texts by which rows of the file itself can be named, when a column refers to the same object (a company's
 * parent): such a reference may lead to a later row. Empty when no column does.
 */
export async function ownTitles(
  object: ObjectModel,
  bindings: readonly Binding[],
  open: () => Promise<FileRows>,
): Promise<Set<string>> {
  const own = bindings.find(({ target }) => target?.object === object)
  const named = bindings.find(({ field }) => field.name === own?.target?.match.name)
  const titles = new Set<string>()
  if (own === undefined || named === undefined) return titles
  for await (const { cells } of (await open()).rows) {
    const cell = cells[named.at]
    if (typeof cell === 'string') titles.add(cell.trim())
  }
  return titles
}
