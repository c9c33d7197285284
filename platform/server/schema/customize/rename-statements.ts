import { indexNote } from '../table-ddl.ts'
import { literal, qualified, quoted } from '../sql-names.ts'
import type { TableSpec } from '../table-spec.ts'

/** Two lists of tables that differ in names only → the statements that rename, so that no index is built anew. */
export function renameStatements(
  schema: string,
  before: readonly TableSpec[],
  after: readonly TableSpec[],
): string[] {
  return before.flatMap((table, place) => {
    const next = after[place]!
    return [...renameTable(schema, table, next), ...renameParts(schema, table, next)]
  })
}

function renameTable(schema: string, table: TableSpec, next: TableSpec): string[] {
  if (table.name === next.name) return []
  return [
    `alter table ${qualified(schema, table.name)} rename to ${quoted(next.name)}`,
    `alter index ${qualified(schema, `${table.name}_pkey`.slice(0, 63))} rename to ${quoted(`${next.name}_pkey`.slice(0, 63))}`,
  ]
}

function renameParts(schema: string, table: TableSpec, next: TableSpec): string[] {
  const name = qualified(schema, next.name)
  return [
    ...changed(table.columns, next.columns).map(
      ([old, now]) => `alter table ${name} rename column ${quoted(old.name)} to ${quoted(now.name)}`,
    ),
    ...changed(table.foreignKeys, next.foreignKeys).map(
      ([old, now]) => `alter table ${name} rename constraint ${quoted(old.name)} to ${quoted(now.name)}`,
    ),
    ...changed(table.indexes, next.indexes).flatMap(([old, now]) => [
      `alter index ${qualified(schema, old.name)} rename to ${quoted(now.name)}`,
      `comment on index ${qualified(schema, now.name)} is ${literal(indexNote(now))}`,
    ]),
    ...changed(table.sequences, next.sequences).map(
      ([old, now]) => `alter sequence ${qualified(schema, old.name)} rename to ${quoted(now.name)}`,
    ),
  ]
}

function changed<Part extends { readonly name: string }>(
  before: readonly Part[],
  after: readonly Part[],
): [Part, Part][] {
  return before.flatMap((old, place): [Part, Part][] => {
    const now = after[place]!
    return now.name === old.name ? [] : [[old, now]]
  })
}
