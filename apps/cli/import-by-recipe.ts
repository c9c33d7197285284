import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { systemActor } from '#platform/server/actions/context-for.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import type { Recipe } from '#platform/server/import/recipe.ts'
import { runRecipe } from '#platform/server/import/run-recipe.ts'
import { withOwnJobs } from '#platform/server/jobs/run-jobs.ts'
import type { Terminal } from './command.ts'
import { withInstallation } from './installation.ts'
import { oneWorkspace } from './one-workspace.ts'

/** Brings in the files of a folder as a recipe says. */
export async function importByRecipe(
  path: string,
  folder: string,
  slug: string | undefined,
  { env, say }: Terminal,
): Promise<number> {
  const recipe = await readRecipe(path)
  if (!existsSync(folder)) throw new StartError(`There is no folder ${folder}.`)
  return withInstallation(env, async ({ app, place }) => {
    const workspace = await oneWorkspace(app, slug)
    await withOwnJobs(place.url, async () =>
      runRecipe(app, workspace, systemActor(workspace), recipe, folder, say),
    )
    return 0
  })
}

async function readRecipe(path: string): Promise<Recipe> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new StartError(`There is no recipe ${path}.`)
  })
  try {
    const recipe = JSON.parse(text) as Recipe
    if (Array.isArray(recipe.steps)) return recipe
  } catch {
    // said below
  }
  throw new StartError(`${path} is no recipe: it must be JSON with a list of “steps”.`)
}
