import pg from 'pg'
import type { Logger } from 'pino'
import { channel, readAnnouncement } from './model-channel.ts'

export interface Listener {
  close(): Promise<void>
}

interface Heard {
  readonly onChange: (slug: string, version: number) => void
  /** After a lost connection: anything may have changed meanwhile. */
  readonly onReconnect: () => void
}

/** Hears of changed workspaces on a connection of its own, and comes back when that is lost. */
export async function listenForModels(url: string, heard: Heard, logger?: Logger): Promise<Listener> {
  let closed = false
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: 'rapport models', keepAlive: true })
    next.on('error', (error) => logger?.warn({ err: error }, 'lost the connection that hears of changed models'))
    next.on('notification', ({ payload }) => {
      const said = readAnnouncement(payload ?? '')
      if (said !== undefined) heard.onChange(said.slug, said.version)
    })
    next.on('end', () => {
      if (!closed) again = setTimeout(() => void reconnect(), 500)
    })
    await next.connect()
    await next.query(`listen ${channel}`)
    client = next
  }
  const reconnect = async (): Promise<void> => {
    try {
      await connect()
      heard.onReconnect()
    } catch (error) {
      // A connection that never stood emits no “end”.
      logger?.warn({ err: error }, 'cannot hear of changed models; trying again')
      if (!closed) again = setTimeout(() => void reconnect(), 2_000)
    }
  }

  await connect()
  return {
    async close() {
      closed = true
      clearTimeout(again)
      await client?.end()
    },
  }
}
