import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { endOfLog, readCommitted, type LogCursor, type ReadEntry } from '../log/read-log.ts'

/** A log entry on its way to open screens. */
export interface LiveEntry extends ReadEntry {
  /** From where to go on after this entry, for `Last-Event-ID`; may repeat entries, never skips one. */
  readonly resume: string
}

type Listener = (entries: readonly LiveEntry[]) => void

/** What happens in the workspaces, as it happens, for this process's open screens. Nothing is kept. */
export interface LogStream {
  /** @returns a function that ends it */
  subscribe(schema: string, listener: Listener): Promise<() => void>
  /** Entries after a `resume`, oldest first. */
  since(schema: string, resume: string, limit: number): Promise<LiveEntry[]>
  /** Something was committed to the log of this schema. */
  wake(schema: string): void
  /** Something may have been missed anywhere. */
  wakeAll(): void
}

interface Channel {
  readonly listeners: Set<Listener>
  /** Everything below it has been given out. */
  cursor: LogCursor
  /** Given out already, though above the cursor. */
  readonly given: Set<string>
  reading: Promise<void> | undefined
  again: boolean
}

const most = 1000

/**
 * Screens must not wait for the oldest running transaction (an import may run for seconds), so entries are given out
 * as soon as they are committed; what was given out above the settled boundary is remembered until that moves on.
 */
export function logStream(db: Kysely<any>, logger: Logger): LogStream {
  const channels = new Map<string, Channel>()

  const read = async (schema: string, channel: Channel): Promise<void> => {
    do {
      channel.again = false
      const { entries, settledBelow } = await readCommitted(db, schema, channel.cursor, most)
      const fresh = entries.filter((entry) => !channel.given.has(entry.position))
      const last = entries.findLast((entry) => BigInt(entry.xid) < BigInt(settledBelow))
      if (last !== undefined) channel.cursor = { xid: last.xid, position: last.position }
      for (const { position, xid } of entries) {
        if (BigInt(xid) < BigInt(settledBelow)) channel.given.delete(position)
        else channel.given.add(position)
      }
      const resume = `${channel.cursor.xid}-${channel.cursor.position}`
      if (fresh.length > 0)
        for (const listener of channel.listeners) listener(fresh.map((entry) => ({ ...entry, resume })))
      if (entries.length === most) channel.again = true
    } while (channel.again)
  }

  const wake = (schema: string): void => {
    const channel = channels.get(schema)
    if (channel === undefined) return
    channel.again = true
    channel.reading ??= read(schema, channel)
      .catch((error: unknown) => logger.error({ err: error, schema }, 'cannot read the log for open screens'))
      .finally(() => (channel.reading = undefined))
  }

  return {
    wake,
    wakeAll: () => [...channels.keys()].forEach(wake),
    async subscribe(schema, listener) {
      const channel = channels.get(schema) ?? {
        listeners: new Set(),
        cursor: await endOfLog(db),
        given: new Set(),
        reading: undefined,
        again: false,
      }
      const open = channels.get(schema) ?? channel
      channels.set(schema, open)
      open.listeners.add(listener)
      return () => {
        open.listeners.delete(listener)
        if (open.listeners.size === 0) channels.delete(schema)
      }
    },
    async since(schema, resume, limit) {
      const [, xid, position] = /^(\d{1,20})-(\d{1,18})$/.exec(resume) ?? []
      if (xid === undefined || position === undefined) return []
      const { entries } = await readCommitted(db, schema, { xid, position }, limit)
      return entries.map((entry) => ({ ...entry, resume }))
    },
  }
}
