import { existsSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { StartError } from '#platform/server/database/start-error.ts'
import type { Command } from '../command.ts'

const program = fileURLToPath(new URL('../../../bench/main.ts', import.meta.url))

/** In a process of its own: what is measured must not share memory with the command. */
export const command: Command = {
  usage: ['bench [--only list,search] [--size small|full] [--json FILE]'],
  run: async (args) => {
    if (!existsSync(program))
      throw new StartError('The benchmarks are not part of this copy of Rapport: use a clone.')
    const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit' })
    return new Promise((done, fail) => child.once('error', fail).once('exit', (code) => done(code ?? 1)))
  },
}
