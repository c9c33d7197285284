// npm run check: everything that can be known without running the program. `--fix` lets tools repair what they can.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { styleText } from 'node:util'

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules', name)

/** Each check: its name, its arguments for Node.js, and what `--fix` adds or takes instead. */
const checks: { name: string; args: string[]; fix?: string[] }[] = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit'] },
  {
    name: 'lint',
    args: [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'],
    fix: [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '--fix'],
  },
  { name: 'format', args: [bin('oxfmt/bin/oxfmt'), '--check', '.'], fix: [bin('oxfmt/bin/oxfmt'), '.'] },
  { name: 'boundaries', args: [join(root, 'scripts/boundaries.ts')] },
  { name: 'dead code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
]

/** Runs the checks (all, or those named) and gives back the names of those that failed. */
export function runChecks(names: string[] = [], fix = false): string[] {
  const chosen = checks.filter(({ name }) => names.length === 0 || names.includes(name))
  return chosen.filter((check) => !passes(check, fix)).map(({ name }) => name)
}

function passes(check: (typeof checks)[number], fix: boolean): boolean {
  const began = performance.now()
  const args = (fix && check.fix) || check.args
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const passed = status === 0
  console.log(`${passed ? styleText('green', '✓') : styleText('red', '✗')} ${check.name} (${seconds} s)`)
  if (!passed) console.log(`${stdout}${stderr}`.trimEnd())
  return passed
}

if (import.meta.main) {
  const words = process.argv.slice(2)
  const names = words.filter((word) => !word.startsWith('--'))
  const unknown = names.find((name) => !checks.some((check) => check.name === name))
  if (unknown !== undefined) {
    console.error(`There is no check "${unknown}": ${checks.map(({ name }) => name).join(', ')}.`)
    process.exit(2)
  }
  process.exitCode = runChecks(names, words.includes('--fix')).length > 0 ? 1 : 0
}
