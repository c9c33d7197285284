import { sql, type Kysely } from 'kysely'
import { migrations } from '#platform/server/schema/migrations/all.ts'
import { modelFingerprint } from '#platform/server/schema/apply-model.ts'
import { modelWith, type Code } from '#platform/server/schema/bring-up-to-date.ts'
import { readCustomization } from '#platform/server/schema/custom-declarations.ts'
import { release } from '#platform/server/schema/release.ts'
import { workspaceMigrations } from '#platform/server/schema/workspace-migrations/all.ts'
import { listWorkspaces, type WorkspaceRow } from '#platform/server/schema/workspace-row.ts'
import type { Check } from './check.ts'

/** Version of PostgreSQL, and whether its tables fit this Rapport. Workspaces that do are given back. */
export async function checkDatabase(
  db: Kysely<any>,
  code: Code,
  isServed: boolean,
): Promise<{ checks: Check[]; workspaces: readonly WorkspaceRow[] }> {
  const { rows } = await sql<{
    version: string
    size: string
    there: boolean
    broken: string[]
  }>`select current_setting('server_version') as version,
    pg_size_pretty(pg_database_size(current_database())) as size, to_regclass('rapport.migration') is not null as there,
    array(select indexrelid::regclass::text from pg_catalog.pg_index where not indisvalid) as broken`.execute(
    db,
  )
  const { version, size, there, broken } = rows[0]!
  const checks: Check[] = [
    { about: 'Database', finding: `PostgreSQL ${version}, ${size}` },
    { about: 'Server', finding: isServed ? 'runs' : 'does not run' },
    ...broken.map((index) => ({
      about: 'Database',
      finding: `Index ${index} is not valid: reindex it`,
      wrong: true,
    })),
  ]
  if (!there)
    return {
      checks: [
        ...checks,
        { about: 'Version', finding: 'Rapport has no tables here yet: start it', wrong: true },
      ],
      workspaces: [],
    }
  const done = await sql<{
    number: number
  }>`select coalesce(max(number), 0) as number from rapport.migration`.execute(db)
  const { number } = done.rows[0]!
  if (number !== migrations.length) {
    const finding =
      number > migrations.length
        ? `The database is of a newer Rapport than this ${release}`
        : `${migrations.length - number} migrations are missing: rapport migrate`
    return { checks: [...checks, { about: 'Version', finding, wrong: true }], workspaces: [] }
  }
  const workspaces: WorkspaceRow[] = []
  checks.push({ about: 'Version', finding: `${release}, ${number} migrations` })
  for (const row of await listWorkspaces(db)) {
    const fits =
      row.migration === workspaceMigrations.length &&
      row.fingerprint === modelFingerprint(modelWith(code, await readCustomization(db, row.schema)))
    if (fits) workspaces.push(row)
    else
      checks.push({
        about: `Workspace ${row.slug}`,
        finding: 'its tables are of another version: rapport migrate',
        wrong: true,
      })
  }
  return { checks, workspaces }
}
