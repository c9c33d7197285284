import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { access, chmod, constants, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { lockFolder } from './folder-lock.ts'
import { StartError } from './start-error.ts'

/** The folder in which one server keeps all that is not in somebody else's database. */
export interface DataFolder {
  path: string
  /** Folder of the embedded PostgreSQL. */
  pg: string
  /** Folder of uploaded files. */
  files: string
  /** 32 random bytes that stay the same for this folder; made at the first call. Names are like `session-key`. */
  secret(name: string): Promise<Buffer>
  /** Lets another server have the folder. */
  close(): Promise<void>
}

/**
 * Opens the data folder, makes what is missing in it, and keeps every other server out until `close()`.
 * What a killed server left locked is taken over.
 *
 * @throws StartError when it cannot be made or written, or when another server has it
 * @example
 *   const data = await openDataFolder('.rapport')
 *   const key = await data.secret('session-key')
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const root = resolve(path)
  const [pg, files, secrets] = [join(root, 'pg'), join(root, 'files'), join(root, 'secrets')]
  try {
    await makeFolder(root)
    await makeFolder(pg)
    for (const folder of [files, secrets]) await makeFolders(folder)
    for (const folder of [root, files, secrets]) await access(folder, constants.W_OK | constants.X_OK)
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code
    throw new StartError(
      `The data folder ${root} cannot be used (${reason}): make it writable or set RAPPORT_DATA.`,
      {
        cause,
      },
    )
  }
  const unlock = await lockFolder(root)
  return { path: root, pg, files, secret: (name) => secret(secrets, name), close: unlock }
}

/** As root, the account that runs PostgreSQL passes through (not: reads) the folder on its way to its own. */
async function makeFolder(path: string): Promise<void> {
  const made = await makeFolders(path)
  if (made && process.getuid?.() === 0) await chmod(path, 0o711)
}

/** @returns whether it was missing. Node's own `recursive` never ends below a folder like /proc, where nothing can be made. */
async function makeFolders(path: string): Promise<boolean> {
  if (existsSync(path)) return false
  if (dirname(path) !== path) await makeFolders(dirname(path))
  await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return true
}

async function secret(folder: string, name: string): Promise<Buffer> {
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`Not a name for a secret: ${name}`)
  const file = join(folder, name)
  try {
    return await readSecret(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  // Complete before it has its name: a crash in between must not leave a shorter secret.
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(unfinished, randomBytes(32), { mode: 0o600, flush: true })
  await link(unfinished, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(unfinished)
  return readSecret(file)
}

async function readSecret(file: string): Promise<Buffer> {
  const value = await readFile(file)
  if (value.length === 32) return value
  throw new StartError(`The secret ${file} is damaged: restore it from a back-up.`)
}
