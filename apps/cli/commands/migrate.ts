import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { release } from '#platform/server/schema/release.ts'
import type { Command } from '../command.ts'
import { withInstallation } from '../installation.ts'
import { openPlace } from '../place.ts'
import { stateOf, type DatabaseState } from '../state-of.ts'

export const command: Command = {
  usage: ['migrate'],
  help: ['The server does the same when it starts. Back up before you move to a new version.'],
  run: async (args, { env, say }) => {
    parseArgs({ args: [...args], options: {} })
    const before = await stateBefore(env)
    await withInstallation(
      env,
      async ({ app }) => {
        const { rows } = await sql<{
          number: number
          name: string
        }>`select number, name from rapport.migration
        where number > ${before.migration} order by number`.execute(app.db)
        for (const { number, name } of rows) say(`Applied migration ${number}: ${name}`)
        for (const workspace of await app.workspaces()) {
          const old = before.workspaces.find((one) => one.slug === workspace.slug)
          const { rows: now } = await sql<{
            fingerprint: string
          }>`select fingerprint from rapport.workspace where id = ${workspace.id}`.execute(app.db)
          say(
            `Workspace ${workspace.slug}: ${old?.fingerprint === now[0]?.fingerprint ? 'was up to date' : 'brought up to date'}`,
          )
        }
        say(`The database fits Rapport ${release}.`)
      },
      { mayBeNew: true },
    )
  },
}

async function stateBefore(env: NodeJS.ProcessEnv): Promise<DatabaseState> {
  const place = await openPlace(env, { mayBeNew: true })
  try {
    return await stateOf(place.url)
  } finally {
    await place.close()
  }
}
