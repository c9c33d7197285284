import pg from 'pg'

/** How far a database has come, read without changing it. */
export interface DatabaseState {
  /** Number of the last migration; 0 when Rapport has never been here. */
  readonly migration: number
  readonly workspaces: readonly {
    readonly slug: string
    readonly schema: string
    readonly release: string | null
    readonly fingerprint: string | null
    readonly migration: number
  }[]
}

/** Reads how far the database of an installation has come. */
export async function stateOf(url: string): Promise<DatabaseState> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows: there } = await client.query<{ known: boolean }>(
      `select to_regclass('rapport.workspace') is not null as known`,
    )
    if (!there[0]!.known) return { migration: 0, workspaces: [] }
    const { rows } = await client.query<{ number: number }>(
      'select coalesce(max(number), 0) as number from rapport.migration',
    )
    const { rows: workspaces } = await client.query(
      'select slug, schema, release, fingerprint, migration from rapport.workspace order by slug',
    )
    return { migration: rows[0]!.number, workspaces }
  } finally {
    await client.end()
  }
}
