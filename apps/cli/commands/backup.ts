import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backUp } from '#platform/server/backup/back-up.ts'
import { UsageError, type Command } from '../command.ts'
import { withInstallation } from '../installation.ts'

export const command: Command = {
  usage: ['backup FOLDER'],
  help: [
    'Saves database, files and secrets as of one moment into the new FOLDER, whether the server runs or not.',
    'Keep it as safe as the installation itself: everything is in it.',
  ],
  run: async (args, { env, say, note }) => {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true })
    const [target, ...more] = positionals
    if (target === undefined || more.length > 0)
      throw new UsageError('Name the folder that shall become the back-up.')
    await withInstallation(env, async ({ app, place }) => {
      const started = performance.now()
      const { tables, files } = await backUp({
        url: place.url,
        code: app.schemas.code,
        files: place.files,
        secrets: join(place.dataFolder, 'secrets'),
        target,
        say: note,
      })
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      say(
        `Saved ${rows} rows of ${tables.length} tables and ${files.count} files in ${resolve(target)} (${seconds(started)} s).`,
      )
    })
  },
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)
