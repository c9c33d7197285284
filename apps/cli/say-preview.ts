import type { ObjectModel } from '#platform/objects/model.ts'
import type { PreviewAnswer } from '#platform/server/import/start-import.ts'
import { aligned } from './aligned.ts'

/** Says what an import would do: where columns go, how many rows become what, and what stands in the way. */
export function sayPreview(
  object: ObjectModel,
  preview: PreviewAnswer,
  mapping: Readonly<Record<string, string | null>>,
  say: (line: string) => void,
): void {
  say(`${object.pluralLabel}, from ${preview.rows} rows:`)
  const rows = preview.columns.map(({ header, samples }) => [
    `  ${header}`,
    mapping[header] ?? '(left out)',
    samples.slice(0, 2).join(' · ').slice(0, 50),
  ])
  for (const line of aligned(rows)) say(line)
  const { create, update, unchanged, skip, reject } = preview.counts
  say(
    `To create: ${create}. To change: ${update}. Unchanged: ${unchanged}. Left out: ${skip}. Not to be taken: ${reject}.`,
  )
  if (preview.checked < preview.rows) say(`The first ${preview.checked} rows were checked.`)
  for (const { message, rows: count, column, value, examples, choices } of preview.problems) {
    say(`Problem in ${count} ${count === 1 ? 'row' : 'rows'} (first: row ${examples[0]?.row}): ${message}`)
    const [choice] = choices
    if (column !== null && choice !== undefined)
      say(`  Perhaps: --fix ${quoted(`${column}:${value}=${choice.title}`)}`)
  }
}

const quoted = (text: string): string =>
  /^[\w.:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
