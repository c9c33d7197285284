import { parseArgs } from 'node:util'
import { contextFor, systemActor } from '#platform/server/actions/context-for.ts'
import { undoChange } from '#platform/server/log/undo-change.ts'
import { isUuid } from '#platform/fields/id/kind.ts'
import { UsageError, type Command } from '../command.ts'
import { withInstallation } from '../installation.ts'
import { oneWorkspace } from '../one-workspace.ts'

export const command: Command = {
  usage: ['undo CHANGE [--workspace SLUG]'],
  help: [
    'CHANGE is the id that an import prints at its end and every answer of the API carries in “Rapport-Change”.',
  ],
  run: async (args, { env, say }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { workspace: { type: 'string' } },
      allowPositionals: true,
    })
    const [change, ...more] = positionals
    if (change === undefined || more.length > 0 || !isUuid(change))
      throw new UsageError('Name one change by its id.')
    await withInstallation(env, async ({ app }) => {
      const workspace = await oneWorkspace(app, values.workspace)
      const { undone } = await app.db
        .transaction()
        .execute((db) =>
          undoChange(contextFor(app, workspace, systemActor(workspace), 'command', { db }), change),
        )
      say(`Took it back: ${undone} records.`)
    })
  },
}
