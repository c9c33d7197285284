import { parseArgs } from 'node:util'
import { StartError } from '#platform/server/database/start-error.ts'
import { somebodyWorks } from '#platform/server/jobs/run-jobs.ts'
import { oneClient } from '#platform/server/backup/one-client.ts'
import { installedCode } from '../installed-code.ts'
import { aligned } from '../aligned.ts'
import type { Command } from '../command.ts'
import type { Check } from '../doctor/check.ts'
import { checkDatabase } from '../doctor/check-database.ts'
import { checkFiles } from '../doctor/check-files.ts'
import { checkFolder } from '../doctor/check-folder.ts'
import { checkJobs } from '../doctor/check-jobs.ts'
import { checkWorkspace } from '../doctor/check-workspace.ts'
import { openPlace, type Place } from '../place.ts'

export const command: Command = {
  usage: ['doctor'],
  help: ['Changes nothing. Exit code 1 when something is wrong.'],
  run: async (args, { env, say }) => {
    parseArgs({ args: [...args], options: {} })
    const checks = await examine(env)
    for (const line of aligned(
      checks.map(({ wrong, about, finding }) => [wrong === true ? 'WRONG' : 'ok', about, finding]),
    ))
      say(line)
    return checks.some((check) => check.wrong) ? 1 : 0
  },
}

async function examine(env: NodeJS.ProcessEnv): Promise<Check[]> {
  let place: Place
  try {
    place = await openPlace(env)
  } catch (error) {
    if (error instanceof StartError) return [{ about: 'Start', finding: error.message, wrong: true }]
    throw error
  }
  const { db, end } = await oneClient(place.url)
  try {
    const isServed = await somebodyWorks(db)
    const code = installedCode()
    const { checks, workspaces } = await checkDatabase(db, code, isServed)
    const found = [...(await checkFolder(place.dataFolder)), ...checks]
    if (checks.some((check) => check.about === 'Version' && check.wrong === true)) return found
    for (const workspace of workspaces) found.push(...(await checkWorkspace(db, code, workspace, isServed)))
    return [...found, ...(await checkJobs(db, isServed)), ...(await checkFiles(db, workspaces, place.files))]
  } finally {
    await end()
    await place.close()
  }
}
