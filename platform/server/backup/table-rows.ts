import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import type pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { StartError } from '../database/start-error.ts'
import { qualified, quoted } from '../schema/sql-names.ts'
import type { SavedTable } from './manifest.ts'

/** Texts of values must not depend on how a database or a user is set up. */
export const plainTexts = `set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 3;
  set timezone = 'UTC'; set client_encoding = 'UTF8'; set bytea_output = 'hex'; set statement_timeout = 0;
  set lock_timeout = '30s'; set idle_in_transaction_session_timeout = 0`

/** Writes the rows that a query answers into a file, however many. */
export async function saveRows(
  client: pg.ClientBase,
  query: string,
  path: string,
): Promise<{ rows: number; sha256: string }> {
  const rows = client.query(to(`copy (${query}) to stdout`))
  const hash = createHash('sha256')
  await pipeline(
    rows,
    hashing(hash),
    createZstdCompress(),
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  )
  return { rows: rows.rowCount, sha256: hash.digest('hex') }
}

/** Reads the rows of a file into their table. @throws StartError when they are not those that were saved */
export async function loadRows(client: pg.ClientBase, table: SavedTable, path: string): Promise<void> {
  const { schema, name, columns } = table
  const rows = client.query(
    from(`copy ${qualified(schema, name)} (${columns.map(quoted).join(', ')}) from stdin`),
  )
  const hash = createHash('sha256')
  const damaged = (cause?: unknown): StartError =>
    new StartError(`The back-up is damaged: ${table.file} does not hold what was saved.`, { cause })
  try {
    await pipeline(createReadStream(path), createZstdDecompress(), hashing(hash), rows)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || /^(Z|22)/.test(code ?? '')) throw damaged(error)
    throw error
  }
  if (hash.digest('hex') !== table.sha256 || rows.rowCount !== table.rows) throw damaged()
}

function hashing(hash: ReturnType<typeof createHash>) {
  return async function* (parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      hash.update(part)
      yield part
    }
  }
}
