import { createWriteStream } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isUuid } from '#platform/fields/id/kind.ts'
import { malformed, notFound } from '#platform/objects/problem.ts'
import type { App } from '../app.ts'
import type { Workspace } from '../context.ts'
import { randomUUIDv7 } from '../records/uuid.ts'
import { sampleBytes } from './guess-dialect.ts'

const folderOf = (app: App, workspace: Workspace): string => join(app.files, 'imports', workspace.schema)

/** Keeps a file to be imported; answers its id. Nothing of it is held in memory. */
export async function keepFile(app: App, workspace: Workspace, content: Readable): Promise<string> {
  const id = randomUUIDv7()
  await mkdir(folderOf(app, workspace), { recursive: true, mode: 0o700 })
  await pipeline(content, createWriteStream(filePath(app, workspace, id), { mode: 0o600 }))
  return id
}

/** @throws Problem 400 when it is not an id: a path never comes from outside */
export function filePath(app: App, workspace: Workspace, id: string): string {
  if (!isUuid(id)) throw malformed('Name the file by the id that the preview answered.')
  return join(folderOf(app, workspace), id)
}

export function rejectedPath(app: App, workspace: Workspace, job: string): string {
  return `${filePath(app, workspace, job)}.rejected.csv`
}

/** The beginning of a kept file. @throws Problem 404 when it is not there (any more) */
export async function sampleOf(path: string): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> {
  const { size } = await stat(path).catch(() => Promise.reject(notFound('file')))
  if (size === 0) throw malformed('This file is empty.')
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(Math.min(size, sampleBytes)),
      0,
      Math.min(size, sampleBytes),
      0,
    )
    return { bytes: buffer.subarray(0, bytesRead), isWhole: bytesRead === size }
  } finally {
    await file.close()
  }
}
