import { createReadStream, existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { systemActor } from '#platform/server/actions/context-for.ts'
import { keepFile, rejectedPath } from '#platform/server/import/import-files.ts'
import { previewOf, startImport } from '#platform/server/import/start-import.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import { UsageError, type Command, type Terminal } from '../command.ts'
import { finishImport } from '../finish-import.ts'
import { importByRecipe } from '../import-by-recipe.ts'
import { importOptions, planOf } from '../import-plan.ts'
import { withInstallation } from '../installation.ts'
import { oneWorkspace } from '../one-workspace.ts'
import { sayPreview } from '../say-preview.ts'

export const command: Command = {
  usage: [
    'import PLURAL FILE [OPTIONS] [--workspace SLUG]',
    'import --recipe FILE --folder DIR [--workspace SLUG]',
  ],
  help: [
    'PLURAL is the object as in addresses: companies, people, opportunities … FILE is CSV in any usual form, or NDJSON.',
    '',
    '  --map COLUMN=FIELD         where a column goes (guessed for those not named; --map COLUMN= leaves it out)',
    '  --only                     take the columns that --map names and no others',
    '  --fix COLUMN:TEXT=VALUE    take VALUE where the file says TEXT; $create makes the record, $skip leaves the row out',
    '  --set FIELD=VALUE          the same value for all rows',
    '  --factor COLUMN=NUMBER     multiply: 1000000 where a file gives millions',
    '  --key FIELD                rows find the records they are about by this field; without it every row is new',
    '  --existing update|skip     what to do with those found; update unless given',
    '  --duplicates reject|create what to do with new rows that are there already by another field',
    '  --repeated reject|skip     what to do with a row whose key was there earlier in the file',
    '  --delimiter, --encoding, --dates ymd|dmy|mdy, --decimal . or ,   where the guess is wrong',
    '  --dry-run                  only say what would happen',
    '  --accept-rejects           go on although rows cannot be taken; they are written to FILE.rejected.csv',
  ],
  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: importOptions,
      allowPositionals: true,
    })
    const { recipe, folder, workspace } = values
    if (recipe !== undefined || folder !== undefined) {
      if (recipe === undefined || folder === undefined || positionals.length > 0)
        throw new UsageError('A recipe needs --recipe and --folder, and nothing more.')
      return importByRecipe(recipe, folder, workspace, terminal)
    }
    const [plural, file, ...more] = positionals
    if (plural === undefined || file === undefined || more.length > 0)
      throw new UsageError('Say what to import and from which file.')
    return importFile(plural, file, values, terminal)
  },
}

type Mapping = Readonly<Record<string, string | null>>

/** What was guessed gives way to what was said: no field takes two columns. */
function withoutTaken(guessed: Mapping, named: Mapping): Mapping {
  const taken = new Set(Object.values(named))
  return Object.fromEntries(
    Object.entries(guessed).map(([column, field]) => [column, taken.has(field) ? null : field]),
  )
}

type Given = ReturnType<typeof parseArgs<{ options: typeof importOptions }>>['values']

async function importFile(
  plural: string,
  file: string,
  given: Given,
  { env, say, note }: Terminal,
): Promise<number> {
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`)
  return withInstallation(env, async ({ app, place, served }) => {
    const workspace = await oneWorkspace(app, given.workspace)
    const object = workspace.model.byPlural(plural)
    const { mapping: named, ...plan } = planOf(object, given)
    const kept = await keepFile(app, workspace, createReadStream(file))
    const asked = { app, workspace, actor: systemActor(workspace), object, file: kept }
    const first = await previewOf({ ...asked, given: plan })
    const guessed = Object.fromEntries(first.columns.map(({ header, field }) => [header, field]))
    const mapping = given.only === true ? named : { ...withoutTaken(guessed, named), ...named }
    const whole = { ...plan, mapping }
    const preview =
      Object.keys(named).length === 0 && given.only !== true
        ? first
        : await previewOf({ ...asked, given: whole })
    sayPreview(object, preview, mapping, say)
    if (given['dry-run'] === true) return preview.problems.length > 0 ? 1 : 0
    if (preview.problems.length > 0 && given['accept-rejects'] !== true) {
      note('Nothing was imported. Mend the file, use --fix, or let the rest in with --accept-rejects.')
      return 1
    }
    const { job, change } = await startImport(
      { ...asked, given: { ...whole, rows: preview.rows } },
      { here: !served },
    )
    const done = await finishImport({ app, workspace, job, served, url: place.url, note })
    say(
      `Imported ${object.pluralLabel}: ${done.created} created, ${done.changed} changed, ${done.unchanged} unchanged, ${done.skipped} left out, ${done.rejected} rejected.`,
    )
    if (done.rejected > 0) {
      await copyFile(rejectedPath(app, workspace, job), `${file}.rejected.csv`)
      say(`The rejected rows, with reasons, are in ${file}.rejected.csv.`)
    }
    if (done.created + done.changed > 0) say(`To take it back: rapport undo ${change}`)
    return 0
  })
}
