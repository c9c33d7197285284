import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { threadId } from 'node:worker_threads'
import { StartError } from '#platform/server/database/start-error.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** From where it is served. */
const dist = join(root, 'dist/web')
const stamp = join(dist, '.sources')

/** What the web app is built from; tests and server code are left out, so editing them builds nothing. */
const sources = [
  'apps/web/**/*',
  'platform/{objects,fields,web,organization/objects}/**/*',
  'modules/*/{objects,web}/**/*',
]

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
  const fresh = `${dist}-${process.pid}-${threadId}`
  try {
    await build(fresh)
    await writeFile(join(fresh, '.sources'), now)
    await putInPlace(fresh)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  return dist
}

/** Names, sizes and times of the sources: quicker than reading them, and enough to notice a change. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(root, 'package-lock.json')))
  const files: string[] = []
  for await (const file of glob(sources, {
    cwd: root,
    exclude: (name) => name === 'dist' || name === 'node_modules',
  }))
    files.push(file)
  for (const file of files
    .filter((name) => /\.(tsx?|css|html|svg|json)$/.test(name) && !name.includes('.test.'))
    .sort()) {
    const { size, mtimeMs } = await stat(join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** In one step, since a server may be serving the folder, and another process building it as well. */
async function putInPlace(fresh: string, tries = 5): Promise<void> {
  const former = `${fresh}-former`
  await mkdir(dist, { recursive: true })
  await rename(dist, former).catch(() => undefined)
  try {
    await rename(fresh, dist)
  } catch (error) {
    if (tries === 0) throw error
    await rm(former, { recursive: true, force: true })
    return putInPlace(fresh, tries - 1)
  }
  await rm(former, { recursive: true, force: true })
}

async function build(folder: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const child = spawn(
    process.execPath,
    [vite, 'build', '--logLevel', 'warn', '--outDir', folder, join(root, 'apps/web')],
    { cwd: root },
  )
  let said = ''
  for (const output of [child.stdout, child.stderr])
    output.on('data', (text: Buffer) => (said += text.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new StartError(`The web app could not be built:\n${said.trim()}`)
}
