import type { App } from '../app.ts'
import { listen, type Listening } from '../database/listen.ts'
import type { Identity } from './identity.ts'

/** Identities known to this process, for as long as nothing is heard that changes them. */
export interface IdentityCache {
  through(hash: string, load: () => Promise<Identity | null>): Promise<Identity | null>
  /** Forgets what a notification names: `secret <hash>` or `workspace <schema>`. */
  forget(payload: string): void
  /** Listens for changes made by any process; without it nothing is cached. Ends with `stop`. */
  listen(): Promise<void>
  stop(): Promise<void>
}

const lifeMs = 60_000
const most = 10_000

/** The cache of this app. */
export function identityCache(app: App): IdentityCache {
  const known = caches.get(app)
  if (known !== undefined) return known
  const made = makeCache(app)
  caches.set(app, made)
  return made
}

const caches = new WeakMap<App, IdentityCache>()

function makeCache(app: App): IdentityCache {
  const known = new Map<string, { readonly identity: Identity; readonly until: number }>()
  let listener: Promise<Listening> | undefined
  let listening = false
  // Grows with every change heard: what was loaded before it is not kept.
  let heard = 0

  const cache: IdentityCache = {
    async through(hash, load) {
      const now = Date.now()
      const found = known.get(hash)
      if (found !== undefined && found.until > now && found.identity.expires > now) return found.identity
      const before = heard
      const identity = await load()
      if (identity !== null && listening && before === heard) {
        if (known.size >= most) known.delete(known.keys().next().value!)
        known.delete(hash)
        known.set(hash, { identity, until: now + lifeMs })
      }
      return identity
    },
    forget(payload) {
      heard++
      const [what, name] = payload.split(' ') as [string, string?]
      if (what === 'secret' && name !== undefined) known.delete(name)
      else if (what === 'workspace') {
        for (const [hash, { identity }] of known) if (identity.schema === name) known.delete(hash)
      } else known.clear()
    },
    async listen() {
      const hears = (now: boolean) => (): void => {
        listening = now
        cache.forget('all')
      }
      listener ??= listen(
        app.url,
        { channels: { rapport_identity: cache.forget }, onLost: hears(false), onReconnect: hears(true) },
        app.logger,
      )
      await listener
      listening = true
    },
    async stop() {
      listening = false
      cache.forget('all')
      const ending = listener
      listener = undefined
      await ending?.then(
        (one) => one.close(),
        () => undefined,
      )
    },
  }
  return cache
}
