import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pino, type Logger } from 'pino'
import { openDataFolder } from '#platform/server/database/data-folder.ts'
import { FolderInUse } from '#platform/server/database/folder-lock.ts'
import { runningCluster } from '#platform/server/database/running-cluster.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import { readConfiguration } from '../server/configuration.ts'
import { openDatabase } from '../server/database.ts'

/** Where an installation keeps its data, opened: its database runs. */
export interface Place {
  readonly url: string
  readonly dataFolder: string
  readonly files: string
  /** Whether the database is our own in the data folder. */
  readonly embedded: boolean
  readonly logger: Logger
  close(): Promise<void>
}

interface PlaceOptions {
  /** Makes the installation when there is none yet. */
  readonly mayBeNew?: boolean
}

/**
 * Opens the data that the environment names, beside a running server or alone: then the embedded database is
 * started for as long as the place is open.
 *
 * @throws StartError with one sentence
 */
export async function openPlace(
  env: NodeJS.ProcessEnv,
  { mayBeNew = false }: PlaceOptions = {},
): Promise<Place> {
  const configuration = readConfiguration({ LOG_LEVEL: 'warn', ...env })
  const dataFolder = resolve(configuration.dataFolder)
  const files = join(dataFolder, 'files')
  const logger = pino({ level: configuration.logLevel, base: null }, pino.destination({ fd: 2, sync: true }))
  if (configuration.databaseUrl !== undefined) {
    const { url } = await openDatabase(configuration.databaseUrl, '', logger)
    await mkdir(files, { recursive: true, mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
      throw new StartError(
        `The data folder ${dataFolder} cannot be used (${cause.code}): make it writable or set RAPPORT_DATA.`,
        { cause },
      )
    })
    return { url, dataFolder, files, embedded: false, logger, close: async () => {} }
  }
  if (!mayBeNew && !existsSync(join(dataFolder, 'pg'))) {
    throw new StartError(
      `There is no installation in ${dataFolder} yet: start it with "npm start", or set RAPPORT_DATA to where it is.`,
    )
  }
  return openEmbedded(dataFolder, files, logger)
}

async function openEmbedded(dataFolder: string, files: string, logger: Logger): Promise<Place> {
  const place = { dataFolder, files, embedded: true, logger }
  const folder = await openDataFolder(dataFolder).catch((error: unknown) => {
    if (error instanceof FolderInUse) return undefined
    throw error
  })
  if (folder === undefined) {
    const url = await runningCluster(join(dataFolder, 'pg'))
    return { ...place, url: url('rapport'), close: async () => {} }
  }
  try {
    const database = await openDatabase(undefined, folder.pg, logger)
    const close = async (): Promise<void> => {
      await database.stop()
      await folder.close()
    }
    return { ...place, url: database.url, close }
  } catch (error) {
    await folder.close()
    throw error
  }
}
