import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { malformed, Problem } from '#platform/objects/problem.ts'
import type { App } from '../app.ts'
import type { Actor, Workspace } from '../context.ts'
import type { Job } from '../jobs/job.ts'
import { importJob, type ImportProgress } from './import-job.ts'
import { keepFile } from './import-files.ts'
import { previewOf, startImport } from './start-import.ts'
import type { Recipe, RecipeStep } from './recipe.ts'

/**
 * Brings in the files of a recipe, step by step, each whole before the next. A step with problems stops the recipe
 * before anything of it is written, and says what they are.
 *
 * @param say told what was done, a line a step
 * @throws Problem 422 with the first problems of the step that cannot be done
 */
export async function runRecipe(
  app: App,
  workspace: Workspace,
  actor: Actor,
  recipe: Recipe,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  for (const [index, step] of recipe.steps.entries()) {
    const object = workspace.model.object(step.object)
    const given = step.plan ?? {}
    const file = await keepFile(app, workspace, content(step, folder))
    const asked = { app, workspace, actor, object, file, given }
    const preview = await previewOf(asked)
    if (preview.problems.length > 0) {
      const named = preview.problems.slice(0, 5).map((problem) => `${problem.message} (${problem.rows} rows)`)
      const detail = `Step ${index + 1} (${object.pluralLabel}) has problems: ${named.join(' ')}`
      throw new Problem({
        status: 422,
        code: 'recipe_problems',
        detail,
        more: { problems: preview.problems },
      })
    }
    const { job } = await startImport({ ...asked, given: { ...given, rows: preview.rows } }, { here: true })
    const done = await doNow(app, workspace, actor, job)
    say(
      `${object.pluralLabel}: ${done.read} rows, ${done.created} created, ${done.changed} changed, ${done.unchanged} unchanged, ${done.skipped} skipped, ${done.rejected} rejected`,
    )
  }
}

function content({ file, rows }: RecipeStep, folder: string): Readable {
  if (rows !== undefined) return Readable.from(rows.map((row) => `${JSON.stringify(row)}\n`))
  const path = join(folder, file ?? '')
  if (file === undefined || !existsSync(path))
    throw malformed(`There is no file “${file ?? ''}” in ${folder}.`)
  return createReadStream(path)
}

/** Does a job in this process at once, so that the next step finds its records; no other process takes it meanwhile. */
export async function doNow(
  app: App,
  workspace: Workspace,
  actor: Actor,
  id: string,
): Promise<ImportProgress> {
  const { rows } =
    await sql<Job>`update rapport.job set state = 'running', started_at = now() where id = ${id}::uuid
    returning id, kind, state, progress, input, result`.execute(app.db)
  const result = (await importJob.run({ app, workspace, actor, job: rows[0]! })) as unknown as ImportProgress
  await sql`update rapport.job set state = 'done', result = ${JSON.stringify(result)}::jsonb, finished_at = now()
    where id = ${id}::uuid`.execute(app.db)
  return result
}
