import { sql, type Kysely } from 'kysely'

export interface ExistingColumn {
  readonly name: string
  readonly type: string
  readonly generated: boolean
  /** What its generated value or default was declared as. */
  readonly note: string | null
}

export interface ExistingTable {
  readonly name: string
  readonly columns: ReadonlyMap<string, ExistingColumn>
  /** Of indexes: name → the definition they were made from; null for those somebody else made. */
  readonly indexes: ReadonlyMap<string, string | null>
  readonly foreignKeys: ReadonlyMap<
    string,
    { readonly column: string; readonly table: string; readonly onDelete: string }
  >
}

export interface Catalogue {
  /** Tables that were made from declarations; a table somebody added by hand is none of our business. */
  readonly tables: ReadonlyMap<string, ExistingTable>
  /** Every relation name in the schema, whoever made it. */
  readonly names: ReadonlySet<string>
}

/** Comments carry what a thing was made from, because PostgreSQL rewrites expressions when it stores them. */
export const tableNote = 'Rapport object'
export const linksNote = 'Rapport links'

interface Row {
  readonly names: string[]
  readonly tables: string[]
  readonly columns: (ExistingColumn & { readonly table: string })[]
  readonly indexes: { readonly table: string; readonly name: string; readonly note: string | null }[]
  readonly keys: {
    readonly table: string
    readonly name: string
    readonly column: string
    readonly to: string
    readonly action: string
  }[]
}

/**
 * What is in a workspace's schema, read in one statement; of the named tables only, when some are named. Comments are
 * joined: `obj_description` is a function that PostgreSQL does not inline.
 */
export async function readCatalogue(
  db: Kysely<any>,
  schema: string,
  tables?: readonly string[],
): Promise<Catalogue> {
  const only = tables === undefined ? sql`` : sql`and c.relname = any(${tables}::text[])`
  const { rows } = await sql<Row>`
    with space as (select oid from pg_catalog.pg_namespace where nspname = ${schema}),
    ours as (
      select c.oid, c.relname from pg_catalog.pg_class c
      join pg_catalog.pg_description d on d.objoid = c.oid and d.objsubid = 0 and d.classoid = 'pg_catalog.pg_class'::regclass
      where c.relnamespace = (select oid from space) and c.relkind = 'r' and not c.relispartition
        and d.description in (${tableNote}, ${linksNote}) ${only}
    )
    select
      (select coalesce(json_agg(c.relname), '[]') from pg_catalog.pg_class c
        where c.relnamespace = (select oid from space)) as names,
      (select coalesce(json_agg(relname), '[]') from ours) as tables,
      (select coalesce(json_agg(json_build_object(
          'table', ours.relname, 'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'generated', a.attgenerated <> '', 'note', d.description)), '[]')
        from pg_catalog.pg_attribute a join ours on ours.oid = a.attrelid
        left join pg_catalog.pg_description d
          on d.objoid = a.attrelid and d.objsubid = a.attnum and d.classoid = 'pg_catalog.pg_class'::regclass
        where a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(json_agg(json_build_object(
          'table', ours.relname, 'name', i.relname, 'note', d.description)), '[]')
        from pg_catalog.pg_index x join ours on ours.oid = x.indrelid join pg_catalog.pg_class i on i.oid = x.indexrelid
        left join pg_catalog.pg_description d
          on d.objoid = i.oid and d.objsubid = 0 and d.classoid = 'pg_catalog.pg_class'::regclass
        where not x.indisprimary) as indexes,
      (select coalesce(json_agg(json_build_object(
          'table', ours.relname, 'name', k.conname, 'to', target.relname, 'action', k.confdeltype,
          'column', (select attname from pg_catalog.pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]))), '[]')
        from pg_catalog.pg_constraint k join ours on ours.oid = k.conrelid
        join pg_catalog.pg_class target on target.oid = k.confrelid
        where k.contype = 'f') as keys`.execute(db)
  return catalogueOf(rows[0]!)
}

const actions: Readonly<Record<string, string>> = {
  n: 'set null',
  c: 'cascade',
  r: 'restrict',
  a: 'no action',
}

function catalogueOf(row: Row): Catalogue {
  const tables = new Map(
    row.tables.map(
      (name) => [name, { name, columns: new Map(), indexes: new Map(), foreignKeys: new Map() }] as const,
    ),
  )
  for (const column of row.columns) tables.get(column.table)!.columns.set(column.name, column)
  for (const index of row.indexes) tables.get(index.table)!.indexes.set(index.name, index.note)
  for (const key of row.keys) {
    tables
      .get(key.table)!
      .foreignKeys.set(key.name, { column: key.column, table: key.to, onDelete: actions[key.action] })
  }
  return { tables, names: new Set(row.names) }
}
