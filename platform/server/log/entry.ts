import type { Json } from '#platform/objects/json.ts'

export type LogVerb = 'created' | 'updated' | 'deleted' | 'restored' | 'purged' | 'merged' | (string & {})

/** What happened to one record in one action: a row of the log. */
export interface LogEntry {
  /** Grows with every entry, as a decimal text (64 bits). */
  readonly position: string
  readonly at: string
  readonly change: string
  readonly actor: string | null
  readonly source: string
  readonly object: string
  readonly record: string
  readonly verb: LogVerb
  readonly customer: string | null
  /** Field → [before, after], values as stored. */
  readonly changes: Readonly<Record<string, readonly [Json, Json]>>
}
