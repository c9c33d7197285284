import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { openDataFolder, type DataFolder } from '#platform/server/database/data-folder.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import { buildServer } from '#platform/server/http/server.ts'
import { openApp, type OpenApp } from '#platform/server/open-app.ts'
import { modules } from '../modules.ts'
import { builtWebApp } from './build-web-app.ts'
import { readConfiguration, type Configuration } from './configuration.ts'
import { openDatabase, type Database } from './database.ts'
import { demoSignIn, seedDemo } from './demo/seed-demo.ts'

export interface RunningRapport {
  readonly address: string
  /** Settles with a sentence when it cannot go on. */
  readonly lost: Promise<string>
  /** Ends everything, the database last. */
  close(): Promise<void>
}

interface StartOptions {
  readonly say?: (line: string) => void
  /** Build and serve the web app; default true. `npm run dev` lets Vite do both. */
  readonly web?: boolean
}

/**
 * Starts Rapport as the environment says: data folder, database, web app, server.
 *
 * @throws StartError with one sentence; whatever was opened before is closed again
 */
export async function startRapport(
  env: NodeJS.ProcessEnv,
  { say = print, web = true }: StartOptions = {},
): Promise<RunningRapport> {
  const configuration = readConfiguration(env)
  const closers: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const logger = pino({ level: configuration.logLevel, base: null }, pino.destination(2))
    const folder = await openDataFolder(configuration.dataFolder)
    closers.push(folder.close)
    const building = web ? builtWebApp(say) : undefined
    building?.catch(() => undefined)
    const database = await openDatabase(configuration.databaseUrl, folder.pg, logger)
    closers.push(database.stop)
    const app = await openApp({ url: database.url, modules, files: folder.files, logger })
    closers.push(() => app.close())
    const demo = await withDemo(app, folder, configuration, say)
    const address = await serve(app, configuration, await building, demo, closers)
    if (web) say(greeting(address, demo))
    return { address, lost: (database as Database).lost, close }
  } catch (error) {
    await close()
    throw error
  }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

type Demo = { readonly email: string; readonly password: string } | undefined

/** A new installation gets the demo company unless it shall start empty. */
async function withDemo(
  app: OpenApp,
  _folder: DataFolder,
  { demo }: Configuration,
  say: (line: string) => void,
): Promise<Demo> {
  const workspaces = await app.workspaces()
  if (workspaces.length === 0 && demo) {
    say('Setting up the demo company …')
    await seedDemo(app)
    return demoSignIn
  }
  return workspaces.some((workspace) => workspace.slug === 'demo') && demo ? demoSignIn : undefined
}

async function serve(
  app: OpenApp,
  { host, port, proxy }: Configuration,
  webFolder: string | undefined,
  demo: Demo,
  closers: (() => Promise<void>)[],
): Promise<string> {
  const server = buildServer(app, {
    trustProxy: proxy,
    ...(webFolder === undefined ? {} : { webFolder }),
    ...(demo === undefined ? {} : { demo }),
  })
  closers.push(async () => server.close())
  try {
    await server.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} is in use by another program: set PORT to a free one.`)
    if (code === 'EACCES')
      throw new StartError(`Port ${port} may not be used by this account: set PORT to one above 1023.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartError(`HOST ${host} is no address of this computer.`)
    throw error
  }
  const { port: open } = server.server.address() as AddressInfo
  return `http://${host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${open}`
}

function greeting(address: string, demo: Demo): string {
  const signIn = demo === undefined ? '' : `\n  Demo sign-in: ${demo.email} with password ${demo.password}`
  return `\n  Rapport is ready: ${address}${signIn}\n  Stop with Ctrl-C.\n`
}
