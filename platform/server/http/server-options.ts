/** What an administrator may set about the HTTP server. */
export interface ServerOptions {
  /** Behind a proxy that sets `X-Forwarded-For`, `-Proto` and `-Host`: trust them. Default false. */
  readonly trustProxy?: boolean | string
  /** Sign-in of the demo company, offered to strangers. */
  readonly demo?: { readonly email: string; readonly password: string }
  /** Folder of the built web app; none is served when left out. */
  readonly webFolder?: string
  /** Requests a person, key or (unknown) address may send in a minute. Default 3,000. */
  readonly requestsPerMinute?: number
  /** Bytes of an ordinary JSON body. Default 4 MiB. */
  readonly bodyLimit?: number
  /** Bytes of an uploaded file. Default 100 MiB. */
  readonly fileLimit?: number
  /** Milliseconds between signs of life of an event stream. Default 25,000. */
  readonly heartbeat?: number
  /** Bytes waiting for a slow reader of events before it is cut off; it comes back and catches up. Default 1 MiB. */
  readonly eventBuffer?: number
}
