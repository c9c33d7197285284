import pg from 'pg'
import type { Logger } from 'pino'

export interface Listening {
  /** The connection itself: it lives as long as the process listens, so session locks can be held on it. */
  close(): Promise<void>
}

interface Heard {
  /** Payloads of a channel, by its name. */
  readonly channels: Readonly<Record<string, (payload: string) => void>>
  /** As soon as the connection is lost. */
  readonly onLost?: () => void
  /** After a lost connection: anything may have been missed. */
  readonly onReconnect?: () => void
  /** Each time a connection stands, before anything is heard on it. */
  readonly onConnect?: (client: pg.Client) => Promise<void>
}

/**
 * Hears NOTIFY on a connection of its own, and comes back when that is lost.
 *
 * @example const listening = await listen(url, { channels: { rapport_log: (schema) => wake(schema) } })
 */
export async function listen(url: string, heard: Heard, logger?: Logger): Promise<Listening> {
  let closed = false
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined
  const later = (): void => {
    if (!closed) again = setTimeout(() => void reconnect(), 1_000)
  }
  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'rapport listener',
      keepAlive: true,
    })
    next.on('error', (error) => logger?.warn({ reason: error.message }, 'lost the connection that listens'))
    next.on('notification', ({ channel, payload }) => heard.channels[channel]?.(payload ?? ''))
    await next.connect()
    next.on('end', () => {
      heard.onLost?.()
      later()
    })
    client = next
    await heard.onConnect?.(next)
    for (const channel of Object.keys(heard.channels)) await next.query(`listen ${channel}`)
  }
  const reconnect = async (): Promise<void> => {
    try {
      await connect()
      heard.onReconnect?.()
    } catch (error) {
      logger?.warn({ reason: String(error) }, 'cannot listen yet')
      await client?.end().catch(() => undefined)
      later()
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
