import { sql, type Kysely } from 'kysely'
import { modelWith, type Code } from '#platform/server/schema/bring-up-to-date.ts'
import { readCustomization } from '#platform/server/schema/custom-declarations.ts'
import type { WorkspaceRow } from '#platform/server/schema/workspace-row.ts'
import { isSearched } from '#platform/server/search/index-records.ts'
import type { Check } from './check.ts'

/** Readers of the log further behind than this are stuck. */
const patience = 60

/** Whether everything that follows the log has followed, and search knows exactly the records there are. */
export async function checkWorkspace(
  db: Kysely<any>,
  code: Code,
  { slug, schema, ...row }: WorkspaceRow,
  isServed: boolean,
): Promise<Check[]> {
  const about = `Workspace ${slug}`
  const { rows } = await sql<{
    name: string
    behind: string
    seconds: number
  }>`select r.name, l.behind, coalesce(l.seconds, 0)::float8 as seconds
    from ${sql.id(schema, 'reader')} r, lateral (select count(*) as behind, extract(epoch from now() - min(at)) as seconds
      from (select at from ${sql.id(schema, 'log')} where (xid, position) > (r.xid, r.position) limit 100000) unread) l
    where l.behind > 0 order by 1`.execute(db)
  const readers = rows.map(({ name, behind, seconds }): Check => {
    const isStuck = isServed && seconds > patience
    return {
      about,
      finding: `${name} has ${behind} log entries to read${isServed ? '' : ', which it does when the server runs'}`,
      ...(isStuck ? { wrong: true } : {}),
    }
  })
  const search = await checkSearch(db, code, { slug, schema, ...row })
  return [
    ...(readers.length > 0 ? readers : [{ about, finding: 'all readers of the log are up to date' }]),
    search(rows.some(({ name }) => name === 'search')),
  ]
}

async function checkSearch(
  db: Kysely<any>,
  code: Code,
  { slug, schema }: WorkspaceRow,
): Promise<(isBehind: boolean) => Check> {
  const model = modelWith(code, await readCustomization(db, schema))
  let [records, missing, leftOver] = [0, 0, 0]
  for (const { name } of [...model.objects.values()].filter(isSearched)) {
    const { rows } = await sql<{
      records: number
      missing: number
      left: number
    }>`select count(o.id)::int as records,
        count(*) filter (where s.record is null)::int as missing, count(*) filter (where o.id is null)::int as left
      from (select id from ${sql.id(schema, name)} where deleted_at is null) o
      full join (select record from ${sql.id(schema, 'search_entry')} where object = ${name}) s on s.record = o.id`.execute(
      db,
    )
    records += rows[0]!.records
    missing += rows[0]!.missing
    leftOver += rows[0]!.left
  }
  const about = `Workspace ${slug}`
  if (missing + leftOver === 0) return () => ({ about, finding: `search knows all ${records} records` })
  return (isBehind) => ({
    about,
    finding: `search lacks ${missing} of ${records} records and has ${leftOver} that are gone`,
    ...(isBehind ? {} : { wrong: true }),
  })
}
