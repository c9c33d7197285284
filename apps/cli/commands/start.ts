import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'

/** Runs in this process, so that signals reach it as they reach `npm start`. */
export const command: Command = {
  usage: ['start'],
  help: [
    'PORT, HOST, RAPPORT_DATA, DATABASE_URL, RAPPORT_DEMO, RAPPORT_PROXY and LOG_LEVEL in the environment set it up.',
  ],
  run: async (args) => {
    noMore(args)
    await import('../../server/main.ts')
  },
}

function noMore(args: readonly string[]): void {
  parseArgs({ args: [...args], options: {}, allowPositionals: false })
}
