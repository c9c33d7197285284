import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartError } from '#platform/server/database/start-error.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Where Vite puts it. */
const dist = join(root, 'dist/web')
const stamp = join(dist, '.sources')

/** What the web app is built from; tests and server code are left out, so editing them builds nothing. */
const sources = ['apps/web/**/*', 'platform/{objects,fields,web,organization/objects}/**/*', 'modules/*/{objects,web}/**/*']

/**
 * The folder of the built web app; builds it first when its sources or libraries have changed since.
 *
 * @throws StartError when it cannot be built
 */
export async function builtWebApp(say: (line: string) => void): Promise<string> {
  const now = await fingerprint()
  const built = existsSync(stamp) ? await readFile(stamp, 'utf8') : undefined
  if (built === now) return dist
  say('Building the web app …')
  await build()
  await writeFile(stamp, now)
  return dist
}

/** Names, sizes and times of the sources: quicker than reading them, and enough to notice a change. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(root, 'package-lock.json')))
  const files: string[] = []
  for await (const file of glob(sources, { cwd: root, exclude: (name) => name === 'dist' || name === 'node_modules' })) files.push(file)
  for (const file of files.filter((name) => /\.(tsx?|css|html|svg|json)$/.test(name) && !name.includes('.test.')).sort()) {
    const { size, mtimeMs } = await stat(join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

async function build(): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', join(root, 'apps/web')], { cwd: root })
  let said = ''
  for (const output of [child.stdout, child.stderr]) output.on('data', (text: Buffer) => (said += text.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new StartError(`The web app could not be built:\n${said.trim()}`)
}
