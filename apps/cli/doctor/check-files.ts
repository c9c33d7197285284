import { basename } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { filesIn } from '#platform/server/backup/file-copies.ts'
import type { WorkspaceRow } from '#platform/server/schema/workspace-row.ts'
import type { Check } from './check.ts'

/** Whether the file store holds what the records say, and what no record names any more. */
export async function checkFiles(
  db: Kysely<any>,
  workspaces: readonly WorkspaceRow[],
  folder: string,
): Promise<Check[]> {
  const named = new Set<string>()
  for (const { schema } of workspaces) {
    const { rows } = await sql<{
      sha256: string
    }>`select distinct sha256 from ${sql.id(schema, 'file')} where sha256 is not null`.execute(db)
    for (const { sha256 } of rows) named.add(sha256)
  }
  const missing = new Set(named)
  let orphans = 0
  for await (const path of filesIn(folder, (name) => name === 'incoming' || name === 'imports')) {
    missing.delete(basename(path))
    if (!named.has(basename(path))) orphans++
  }
  return [
    {
      about: 'Files',
      finding: `${named.size} kept${orphans === 0 ? '' : `, and ${orphans} that no record names`}`,
    },
    ...(missing.size === 0
      ? []
      : [
          {
            about: 'Files',
            finding: `${missing.size} are missing in ${folder}, such as ${[...missing][0]}: take them from a back-up`,
            wrong: true,
          },
        ]),
  ]
}
