// npm test: the checks, then all tests, then one line that counts. With arguments (`npm test -- platform/fields`)
// they go to vitest and the checks are left out.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './check.ts'

const given = process.argv.slice(2)
const failedChecks = given.length === 0 ? runChecks() : []
const { passed, failed, complete } = await runTests(given)
const failures = failed + failedChecks.length + (complete ? 0 : 1)
if (failedChecks.length > 0) console.log(`Failed checks: ${failedChecks.join(', ')}`)
if (!complete) console.log('The test run did not come to its end.')
console.log(`${passed} passed, ${failures} failed`)
process.exitCode = failures > 0 ? 1 : 0

interface Outcome {
  passed: number
  failed: number
  complete: boolean
}

/** Vitest prints as it goes for people, and writes a report that is counted here. */
async function runTests(args: string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-report-'))
  const report = join(folder, 'report.json')
  try {
    const code = await vitest([
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ])
    const outcome = count(report)
    // A failure outside every test, such as an error nobody caught, has an exit code only.
    return { ...outcome, complete: outcome.complete && (code === 0 || outcome.failed > 0) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function vitest(args: string[]): Promise<number | null> {
  const file = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [file, 'run', ...args], { stdio: 'inherit' })
  // The launcher passes these on to us; a terminal's Ctrl-C reaches vitest by itself.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
  }
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

function count(file: string): Outcome {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, complete: true }
  } catch {
    return { passed: 0, failed: 0, complete: false }
  }
}
