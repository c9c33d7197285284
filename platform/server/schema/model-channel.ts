import { sql, type Kysely } from 'kysely'

/** Tells all processes, when the transaction commits, that a workspace is not as they know it. */
export const channel = 'rapport_model'

export async function announce(trx: Kysely<any>, slug: string, version: number): Promise<void> {
  await sql`select pg_notify(${channel}, ${`${slug}:${version}`})`.execute(trx)
}

export function readAnnouncement(
  payload: string,
): { readonly slug: string; readonly version: number } | undefined {
  const found = /^([a-z0-9_]+):(\d+)$/.exec(payload)
  return found === null ? undefined : { slug: found[1]!, version: Number(found[2]) }
}
