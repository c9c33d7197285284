import { fileURLToPath } from 'node:url'
import { StartError } from '#platform/server/database/start-error.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** What an administrator sets through the environment; everything else is set inside Rapport. */
export interface Configuration {
  /** PORT: where the server listens; 3000. 0 takes a free one. */
  port: number
  /** HOST: address to listen on; 127.0.0.1, which only this computer reaches. 0.0.0.0 lets others in. */
  host: string
  /** RAPPORT_DATA: folder of files, secrets and the embedded database; `.rapport` in the project. */
  dataFolder: string
  /** DATABASE_URL: a PostgreSQL (15 or newer) to use instead of the embedded one. */
  databaseUrl: string | undefined
  /** RAPPORT_DEMO: a new installation starts with a demo company; 0 starts it empty. */
  demo: boolean
  /** RAPPORT_PROXY: 1 behind a proxy that ends TLS; its `X-Forwarded-*` headers are then believed. */
  proxy: boolean
  /** LOG_LEVEL: what is logged at least; info. */
  logLevel: (typeof LOG_LEVELS)[number]
}

/**
 * Reads the configuration from environment variables; an empty one counts as not set.
 *
 * @throws StartError naming the variable and what it should be
 */
export function readConfiguration(env: NodeJS.ProcessEnv): Configuration {
  const given = (name: string): string | undefined => env[name]?.trim() || undefined
  return {
    port: readPort(given('PORT')),
    host: given('HOST') ?? '127.0.0.1',
    dataFolder: given('RAPPORT_DATA') ?? fileURLToPath(new URL('../../.rapport', import.meta.url)),
    databaseUrl: readDatabaseUrl(given('DATABASE_URL')),
    demo: readSwitch('RAPPORT_DEMO', given('RAPPORT_DEMO') ?? '1'),
    proxy: readSwitch('RAPPORT_PROXY', given('RAPPORT_PROXY') ?? '0'),
    logLevel: readLogLevel(given('LOG_LEVEL')),
  }
}

function readPort(text = '3000'): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new StartError(`PORT is "${text}", but must be a number from 0 to 65535.`)
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const usable = /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1
  if (usable) return text
  // The value is not repeated: it may hold a password.
  throw new StartError('DATABASE_URL must look like postgres://user:password@host:5432/database.')
}

function readSwitch(name: string, text: string): boolean {
  if (['1', 'true', 'yes', 'on'].includes(text.toLowerCase())) return true
  if (['0', 'false', 'no', 'off'].includes(text.toLowerCase())) return false
  throw new StartError(`${name} is "${text}", but must be 1 or 0.`)
}

function readLogLevel(text = 'info'): Configuration['logLevel'] {
  const level = LOG_LEVELS.find((candidate) => candidate === text.toLowerCase())
  if (level) return level
  throw new StartError(`LOG_LEVEL is "${text}", but must be one of ${LOG_LEVELS.join(', ')}.`)
}
