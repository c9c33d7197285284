import { StartError } from '#platform/server/database/start-error.ts'
import type { Workspace } from '#platform/server/context.ts'
import type { OpenApp } from '#platform/server/open-app.ts'
import { UsageError } from './command.ts'

/**
 * The workspace that `--workspace` names, else the only one there is.
 *
 * @throws UsageError, StartError naming those there are
 */
export async function oneWorkspace(app: OpenApp, slug: string | undefined): Promise<Workspace> {
  const workspaces = await app.workspaces()
  const names = workspaces.map((workspace) => workspace.slug).join(', ')
  if (workspaces.length === 0)
    throw new StartError('There is no workspace yet: add one with "rapport workspace add" or in the browser.')
  if (slug === undefined) {
    if (workspaces.length === 1) return workspaces[0]!
    throw new UsageError(`There are several workspaces: choose one with --workspace (${names}).`)
  }
  const found = workspaces.find((workspace) => workspace.slug === slug)
  if (found === undefined) throw new UsageError(`There is no workspace “${slug}”, but: ${names}.`)
  return found
}
