import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readManifest } from '#platform/server/backup/manifest.ts'
import { restore } from '#platform/server/backup/restore.ts'
import { readConfiguration } from '../../server/configuration.ts'
import { UsageError, type Command } from '../command.ts'
import { installedCode } from '../installed-code.ts'
import { openPlace } from '../place.ts'

export const command: Command = {
  usage: ['restore FOLDER'],
  help: [
    'Makes an installation from a back-up, in the empty folder that RAPPORT_DATA names (or the empty database of',
    'DATABASE_URL), whole or not at all. Passwords and keys are those of the back-up; everybody signs in anew.',
  ],
  run: async (args, { env, say }) => {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true })
    const [source, ...more] = positionals
    if (source === undefined || more.length > 0) throw new UsageError('Name the folder of the back-up.')
    await readManifest(source)
    const started = performance.now()
    const { dataFolder } = readConfiguration(env)
    const isNew = !existsSync(dataFolder) || (await readdir(dataFolder)).length === 0
    const place = await openPlace(env, { mayBeNew: true })
    let whole = false
    try {
      const { url, files } = place
      const manifest = await restore({
        url,
        code: installedCode(),
        files,
        secrets: join(place.dataFolder, 'secrets'),
        source,
      })
      whole = true
      const slugs = manifest.workspaces.map((workspace) => workspace.slug).join(', ')
      say(
        `Restored the back-up of ${manifest.made_at} in ${place.embedded ? resolve(dataFolder) : 'the database'} (${((performance.now() - started) / 1000).toFixed(1)} s). Workspaces: ${slugs}.`,
      )
    } finally {
      await place.close()
      if (!whole && isNew) await emptied(dataFolder)
    }
  },
}

/** What was made for a restore that failed goes again, so that the next one finds it as this one did. */
async function emptied(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => []))
    await rm(join(folder, name), { recursive: true, force: true })
}
