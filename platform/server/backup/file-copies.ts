import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { StartError } from '../database/start-error.ts'
import type { SavedFile } from './manifest.ts'

/** Every file below a folder that is complete, as a path with `/`. */
export async function* filesIn(folder: string, skip: (path: string) => boolean): AsyncGenerator<string> {
  if (!existsSync(folder)) return
  const folders = [folder]
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true })) {
      const path = join(next, entry.name)
      const inside = relative(folder, path).split(sep).join('/')
      if (skip(inside)) continue
      if (entry.isDirectory()) folders.push(path)
      else if (entry.isFile()) yield inside
    }
  }
}

/** Copies a file and tells what went through; nothing is left when that fails. */
export async function copyOf(source: string, target: string): Promise<Omit<SavedFile, 'path'>> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let size = 0
  try {
    await pipeline(
      createReadStream(source),
      async function* (parts: AsyncIterable<Buffer>) {
        for await (const part of parts) {
          hash.update(part)
          size += part.length
          yield part
        }
      },
      createWriteStream(target, { mode: 0o600, flush: true }),
    )
    return { size, sha256: hash.digest('hex') }
  } catch (error) {
    await rm(target, { force: true })
    throw error
  }
}

/** Puts a saved file in its place, whole or not at all. @throws StartError when it is not what was saved */
export async function putBack(
  source: string,
  target: string,
  { path, size, sha256 }: SavedFile,
): Promise<void> {
  const unfinished = `${target}.restoring`
  const copied = await copyOf(source, unfinished).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new StartError(`The back-up is damaged: the file ${path} is missing.`, { cause: error })
      : error
  })
  if (copied.size !== size || copied.sha256 !== sha256) {
    await rm(unfinished, { force: true })
    throw new StartError(`The back-up is damaged: the file ${path} is not what was saved.`)
  }
  await rename(unfinished, target)
}
