import type { Actor } from '../context.ts'

/** Who a request comes from, and into which workspace. */
export interface Identity {
  /** Slug of the workspace. */
  readonly workspace: string
  /** `ws_<slug>` */
  readonly schema: string
  readonly actor: Actor
  /** Account of the person; null for an API key. */
  readonly account: string | null
  readonly email: string
  /** Hash of the session's token or of the key. */
  readonly hash: string
  /** After this it says nothing any more, milliseconds since 1970. */
  readonly expires: number
}
