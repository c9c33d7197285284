import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '../database/start-error.ts'
import { migrations } from '../schema/migrations/all.ts'
import { isOlder, release } from '../schema/release.ts'
import type { TableSpec } from '../schema/table-spec.ts'

/** The rows of one table: `COPY` text of PostgreSQL, compressed with zstd. */
export interface SavedTable {
  readonly schema: string
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  /** Of the text before compression. */
  readonly sha256: string
  /** Inside the back-up. */
  readonly file: string
}

/** A workspace's tables as they are to be made before its rows go in. */
export interface SavedWorkspace {
  readonly slug: string
  readonly schema: string
  /** How many workspace migrations it has seen. */
  readonly migration: number
  /** What its declarations, the customer's included, asked for. */
  readonly tables: readonly TableSpec[]
  /** Months of the log, such as `log_2026_01`. */
  readonly months: readonly string[]
}

export interface SavedSequence {
  readonly schema: string
  readonly name: string
  readonly value: string
  readonly called: boolean
}

/** A file beside the database, by its path inside `files` or `secrets`. */
export interface SavedFile {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/** What is in a back-up. It is written last: a folder without it is no back-up. */
export interface Manifest {
  readonly format: 1
  readonly release: string
  readonly made_at: string
  /** Version of the PostgreSQL it came from; any from 15 on takes it. */
  readonly postgres: string
  /** How many migrations schema `rapport` has seen. */
  readonly migrations: number
  readonly workspaces: readonly SavedWorkspace[]
  readonly tables: readonly SavedTable[]
  readonly sequences: readonly SavedSequence[]
  /** The list of files, one JSON object a line, in `files.ndjson`. */
  readonly files: { readonly count: number; readonly bytes: number; readonly sha256: string }
}

/** @throws StartError when this is no back-up, or one that only a newer Rapport can read */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new StartError(`${folder} is no whole back-up: it has no manifest.json.`)
  })
  let manifest: Manifest
  try {
    manifest = JSON.parse(text) as Manifest
  } catch (cause) {
    throw new StartError(`${folder} is no whole back-up: its manifest.json is damaged.`, { cause })
  }
  const isNewer =
    manifest.format !== 1 || isOlder(release, manifest.release) || manifest.migrations > migrations.length
  if (isNewer) {
    throw new StartError(
      `This back-up was made by Rapport ${manifest.release}; this is ${release}. Restore it with that version or a newer one.`,
    )
  }
  return manifest
}
