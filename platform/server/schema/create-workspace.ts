import { randomUUIDv7 } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { invalid } from '#platform/objects/problem.ts'
import type { WorkspaceSettings } from '../context.ts'
import { upgrade, type Code } from './bring-up-to-date.ts'
import { ensureLogPartitions } from './log-partitions.ts'
import { announce } from './model-channel.ts'
import { checkedSlug } from './slug.ts'
import { quoted } from './sql-names.ts'
import { workspaceRow, type WorkspaceRow } from './workspace-row.ts'

export interface NewWorkspace {
  readonly slug: string
  readonly name: string
  readonly settings?: Partial<WorkspaceSettings>
}

export const usualSettings: WorkspaceSettings = {
  currency: 'EUR',
  zone: 'UTC',
  locale: 'en',
  country: 'DE',
  fiscal_start: 1,
  week_start: 1,
}

/**
 * Makes a company's workspace with all its tables, whole or not at all.
 *
 * @throws Problem 422 when the slug is not one, is taken or is kept for Rapport
 */
export async function createWorkspace(
  db: Kysely<any>,
  code: Code,
  given: NewWorkspace,
): Promise<WorkspaceRow> {
  const slug = checkedSlug(given.slug)
  const name = given.name.trim()
  if (name === '') throw invalid([{ field: 'name', code: 'required', message: 'Give the workspace a name.' }])
  const make = async (trx: Kysely<any>): Promise<WorkspaceRow> => {
    const id = randomUUIDv7()
    const schema = `ws_${slug}`
    const settings = JSON.stringify({ ...usualSettings, ...given.settings })
    const { rows } = await sql`insert into rapport.workspace (id, slug, name, schema, settings)
      values (${id}, ${slug}, ${name}, ${schema}, ${settings}::jsonb) on conflict do nothing returning id`.execute(
      trx,
    )
    if (rows.length === 0) throw taken(slug)
    if (await isSchema(trx, schema)) throw taken(slug)
    await sql.raw(`create schema ${quoted(schema)}`).execute(trx)
    await upgrade(trx, id, code)
    const { rows: clock } = await sql<{ now: Date }>`select now() as now`.execute(trx)
    const now = clock[0]!.now
    await ensureLogPartitions(trx, schema, now, new Date(now.getTime() + 62 * 86_400_000))
    await announce(trx, slug, 0)
    return (await workspaceRow(trx, slug))!
  }
  return db.isTransaction ? make(db) : db.transaction().execute(make)
}

async function isSchema(db: Kysely<any>, name: string): Promise<boolean> {
  const { rows } = await sql`select from pg_catalog.pg_namespace where nspname = ${name}`.execute(db)
  return rows.length > 0
}

const taken = (slug: string) =>
  invalid([
    { field: 'slug', code: 'taken', message: `There is a workspace “${slug}” already; choose another one.` },
  ])
