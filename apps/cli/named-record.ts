import { contextFor, systemActor } from '#platform/server/actions/context-for.ts'
import type { Answer, Workspace } from '#platform/server/context.ts'
import type { OpenApp } from '#platform/server/open-app.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import { malformed } from '#platform/objects/problem.ts'

/** All records of a small object: people, roles, teams. */
export async function recordsOf(
  app: OpenApp,
  workspace: Workspace,
  object: string,
  fields: readonly string[],
): Promise<readonly Answer[]> {
  const ctx = contextFor(app, workspace, systemActor(workspace), 'command')
  return ctx.find(object, {}, { fields, sort: ctx.model.object(object).title.name, limit: 500 })
}

/** The id of the record with this title. @throws Problem 400 naming those there are */
export async function namedRecord(
  app: OpenApp,
  workspace: Workspace,
  object: string,
  title: string,
): Promise<string> {
  const { label, title: field } = workspace.model.object(object)
  const all = await recordsOf(app, workspace, object, [field.name])
  const found = all.filter((record) => record[field.name] === title)
  if (found.length === 1) return found[0]!.id
  if (found.length > 1) throw malformed(`“${title}” is the name of several.`)
  throw malformed(
    `There is no ${lowerFirst(label)} “${title}”, but: ${all.map((record) => String(record[field.name])).join(', ')}.`,
  )
}
