import type { LiveEntry } from '../../reactions/log-stream.ts'
import { contextFor } from '../../actions/context-for.ts'
import type { Call } from '../call.ts'
import { identifyRequest } from '../identify-request.ts'
import type { Route } from '../route.ts'
import { visibleEntries } from '../visible-entries.ts'

/** More entries than this at once (an import, a bulk edit) are told as one `reset`: ask again for what you show. */
const mostAtOnce = 500

/** What happens, as it happens: server-sent events `change`, each with the entry of the log that the caller may see. */
export const eventsRoute: Route = {
  method: 'GET',
  path: '/events',
  id: 'streamEvents',
  tag: 'Events',
  summary: 'Server-sent events of what the caller may see; `Last-Event-ID` replays',
  describe: () => ({
    parameters: [
      {
        name: 'Last-Event-ID',
        in: 'header',
        description: 'The id of the last event that was heard.',
        schema: { type: 'string' },
      },
    ],
    type: 'text/event-stream',
    answers: { 200: { type: 'string' } },
  }),
  handle: async (call) => {
    if (call.request.method === 'HEAD') return call.reply.type('text/event-stream').send()
    await stream(call)
    return call.reply
  },
}

async function stream({ app, options, request, reply, workspace, identity, source }: Call): Promise<void> {
  const { heartbeat = 25_000, eventBuffer = 1024 * 1024 } = options
  const { raw } = reply
  let open = true
  let queued = 0
  let work: Promise<void> = Promise.resolve()

  const write = (text: string): void => {
    if (!open || text === '') return
    // A reader that has not read what came before would fill our memory; it comes back with Last-Event-ID.
    if (raw.writableLength > eventBuffer) return void raw.destroy()
    raw.write(text)
  }
  const tell = async (entries: readonly LiveEntry[]): Promise<void> => {
    // Whoever was signed out, moved or given other rights meanwhile is noticed here, without a query.
    const now = await identifyRequest(app, request)
    if (now === null || now.workspace !== identity.workspace) return void raw.end()
    const ctx = contextFor(app, workspace, now.actor, source)
    const told = await visibleEntries(ctx, entries)
    write(
      told
        .map(({ resume, ...said }) => `id: ${resume}\nevent: change\ndata: ${JSON.stringify(said)}\n\n`)
        .join(''),
    )
  }
  const enqueue = (entries: readonly LiveEntry[]): void => {
    const last = entries.at(-1)
    if (last === undefined || !open) return
    if (queued + entries.length > mostAtOnce) return write(`id: ${last.resume}\nevent: reset\ndata: {}\n\n`)
    queued += entries.length
    work = work
      .then(() => tell(entries))
      .catch((error: unknown) => {
        app.logger.error({ err: error }, 'cannot tell an open screen')
        raw.destroy()
      })
      .finally(() => (queued -= entries.length))
  }

  const since = request.headers['last-event-id']
  // First listen, then look back: what happens in between may come twice, never not at all.
  const missed: LiveEntry[] = []
  let replayed = typeof since !== 'string'
  const leave = await app.stream.subscribe(workspace.schema, (entries) =>
    replayed ? enqueue(entries) : void missed.push(...entries),
  )
  reply.hijack()
  raw.on('error', () => raw.destroy())
  const beat = setInterval(() => {
    write(': alive\n\n')
    void tell([]).catch(() => raw.destroy())
  }, heartbeat)
  request.server.streams.inc()
  raw.once('close', () => {
    open = false
    leave()
    clearInterval(beat)
    request.server.streams.dec()
  })
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value as string)
  raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' })
  write('retry: 2000\n\n')
  if (typeof since === 'string') {
    enqueue(await app.stream.since(workspace.schema, since, mostAtOnce + 1).catch(() => []))
    replayed = true
    enqueue(missed)
  }
}
