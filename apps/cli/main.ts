import { Problem } from '#platform/objects/problem.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import { UsageError, type Terminal } from './command.ts'
import { commands } from './commands.ts'

const terminal: Terminal = {
  env: process.env,
  say: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
}

// A reader that has seen enough (`rapport export … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const [asked = 'help', ...args] = process.argv.slice(2)
const name = asked === '--help' || asked === '-h' ? 'help' : asked
process.exitCode = await run(name, args)

async function run(called: string, given: readonly string[]): Promise<number> {
  const entry = Object.hasOwn(commands, called) ? commands[called] : undefined
  if (entry === undefined) {
    terminal.note(`There is no command “${called}”. Commands: ${Object.keys(commands).join(', ')}.`)
    return 2
  }
  const { command } = await entry.load()
  if (called !== 'help' && given.some((arg) => arg === '--help' || arg === '-h')) return run('help', [called])
  try {
    return (await command.run(given, terminal)) ?? 0
  } catch (error) {
    if (isUsage(error)) {
      terminal.note(
        `${error.message}\nUsage: ${command.usage.map((line) => `rapport ${line}`).join('\n       ')}`,
      )
      return 2
    }
    if (error instanceof StartError) terminal.note(error.message)
    else if (error instanceof Problem) sayProblem(error)
    else if (isLost(error))
      terminal.note(
        'The database went away, perhaps because its server was stopped. What was not finished was not done; an import goes on when the server starts.',
      )
    else throw error
    return 1
  }
}

/** Wrong options are reported by `parseArgs` of Node.js. */
function isUsage(error: unknown): error is Error {
  return (
    error instanceof UsageError || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')
  )
}

function isLost(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    /^(57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(code) || message.startsWith('Connection terminated')
  )
}

function sayProblem({ detail, errors }: Problem): void {
  terminal.note(detail)
  for (const { field, message } of errors) if (message !== detail) terminal.note(`  ${field}: ${message}`)
}
