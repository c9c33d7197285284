import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { notFound } from '#platform/objects/problem.ts'
import { mediaType } from './media-type.ts'

export interface StoredFile {
  /** SHA-256 of the content, hexadecimal: its address. */
  readonly sha256: string
  readonly size: number
  /** As its first bytes say; the name only helps where they say nothing. */
  readonly mediaType: string
}

/**
 * Keeps a content once, whoever stores it, under its SHA-256: `<folder>/ab/cd/abcd…`. It is on the disk before this
 * returns.
 */
export async function storeFile(folder: string, content: Readable, name: string): Promise<StoredFile> {
  const incoming = join(folder, 'incoming', randomUUID())
  await mkdir(dirname(incoming), { recursive: true })
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  try {
    await pipeline(
      content,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          size += chunk.length
          if (head.length < 4096) head = Buffer.concat([head, chunk.subarray(0, 4096 - head.length)])
          yield chunk
        }
      },
      createWriteStream(incoming, { flags: 'wx', mode: 0o600 }),
    )
    const handle = await open(incoming, 'r+')
    await handle.sync()
    await handle.close()
    const sha256 = hash.digest('hex')
    const place = placeOf(folder, sha256)
    await mkdir(dirname(place), { recursive: true })
    await rename(incoming, place)
    return { sha256, size, mediaType: mediaType(head, name) }
  } catch (error) {
    await rm(incoming, { force: true })
    throw error
  }
}

/** @throws Problem 404 when the content is not there */
export async function openFile(
  folder: string,
  sha256: string,
): Promise<{ readonly stream: ReadStream; readonly size: number }> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw notFound('file')
  const place = placeOf(folder, sha256)
  const found = await stat(place).catch(() => undefined)
  if (found === undefined) throw notFound('file')
  return { stream: createReadStream(place), size: found.size }
}

const placeOf = (folder: string, sha256: string): string =>
  join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
