import { createHash } from 'node:crypto'
import type pg from 'pg'

/** Statements remembered per process; each connection keeps those that it has used. */
const most = 400
/** One-off statements are not worth a place. */
const oftenEnough = 3

/**
 * Lets the connections of a pool prepare the statements that come again and again: the engine's statements differ in
 * their parameters, not in their text, and planning the read of a record with its references costs more than running
 * it (measured: 3.1 of 3.6 ms for a person). PostgreSQL itself decides when one plan serves all parameters.
 */
export function prepareOften(pool: pg.Pool): void {
  const seen = new Map<string, Seen>()
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...given: unknown[]) => unknown
    const query = (...given: unknown[]): unknown => {
      const [text, values, ...rest] = given
      if (typeof text !== 'string' || !Array.isArray(values) || rest.length > 0) return send(...given)
      const name = nameOf(seen, text)
      return name === undefined ? send(text, values) : send({ name, text, values })
    }
    client.query = query as typeof client.query
  })
}

interface Seen {
  times: number
  readonly name: string
}

function nameOf(seen: Map<string, Seen>, text: string): string | undefined {
  const known = seen.get(text)
  if (known !== undefined) return ++known.times >= oftenEnough ? known.name : undefined
  // A full memory takes nothing new: what came first is what comes most.
  if (seen.size < most)
    seen.set(text, { times: 1, name: createHash('sha1').update(text).digest('base64url') })
  return undefined
}
