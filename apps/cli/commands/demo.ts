import { parseArgs } from 'node:util'
import { StartError } from '#platform/server/database/start-error.ts'
import { demoSignIn, seedDemo } from '../../server/demo/seed-demo.ts'
import type { Command } from '../command.ts'
import { withInstallation } from '../installation.ts'

export const command: Command = {
  usage: ['demo'],
  help: ['Adds the workspace “demo”: a company with a year of history. Other workspaces are not touched.'],
  run: async (args, { env, say, note }) => {
    parseArgs({ args: [...args], options: {} })
    await withInstallation(
      env,
      async ({ app }) => {
        if ((await app.workspaces()).some((workspace) => workspace.slug === 'demo'))
          throw new StartError('The demo company is here already.')
        note('Setting up the demo company …')
        await seedDemo(app)
        say(`Added workspace demo. Sign in as ${demoSignIn.email} with password ${demoSignIn.password}.`)
      },
      { mayBeNew: true },
    )
  },
}
