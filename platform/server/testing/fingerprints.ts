import pg from 'pg'

/** What a process or a restore makes anew: neither is part of what is saved. */
const left = new Set(['rapport.session', 'rapport.migration'])
/** Numbers of transactions are those of one database. */
const physical: Readonly<Record<string, readonly string[]>> = { log: ['xid'], reader: ['xid', 'position'] }

/** What an installation holds: for each table a count and a sum over all rows, in whatever order they lie. */
export async function rowsOf(url: string): Promise<Record<string, string>> {
  return asked(url, async (client) => {
    const { rows: tables } = await client.query<{
      schema: string
      name: string
      columns: string[]
    }>(`select n.nspname as schema,
        c.relname as name, array_agg(a.attname::text order by a.attname) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped
      where (n.nspname = 'rapport' or n.nspname like 'ws\\_%') and c.relkind in ('r', 'p') group by 1, 2 order by 1, 2`)
    const found: Record<string, string> = {}
    for (const { schema, name, columns } of tables) {
      if (left.has(`${schema}.${name}`)) continue
      const kind = name.startsWith('log_') ? 'log' : name
      const compared = columns.filter((column) => physical[kind]?.includes(column) !== true)
      const { rows } = await client.query<{ rows: string; sum: string }>(`select count(*) as rows,
        coalesce(sum(hashtextextended(row(${compared.map((column) => `t."${column}"`).join(', ')})::text, 0)::numeric), 0) as sum from "${schema}"."${name}" t`)
      found[`${schema}.${name}`] = `${rows[0]!.rows} rows ${rows[0]!.sum}`
    }
    return found
  })
}

/** How its tables are made: columns, indexes, constraints, triggers, partitions, sequences. */
export async function shapeOf(url: string): Promise<string[]> {
  return asked(url, async (client) => {
    const { rows } = await client.query<{
      line: string
    }>(`with ours as (select oid, nspname from pg_namespace where nspname = 'rapport' or nspname like 'ws\\_%')
      select line from (
        select format('column %s.%s.%s %s %s %s', nspname, relname, attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid)) as line
          from pg_attribute a join pg_class c on c.oid = attrelid join ours on ours.oid = relnamespace
          left join pg_attrdef on adrelid = attrelid and adnum = attnum where attnum > 0 and not attisdropped and relkind in ('r', 'p')
        union all select indexdef from pg_indexes where schemaname in (select nspname from ours)
        union all select format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint where connamespace in (select oid from ours) and contype <> 'n'
        union all select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = tgrelid join ours on ours.oid = relnamespace where not tgisinternal
        union all select format('partition %s %s', relname, pg_get_expr(relpartbound, c.oid)) from pg_class c join ours on ours.oid = relnamespace where relispartition and relkind = 'r'
        union all select format('sequence %s.%s %s', schemaname, sequencename, last_value) from pg_sequences where schemaname in (select nspname from ours)
        union all select format('comment %s %s', objoid::regclass, description) from pg_description d join pg_class c on c.oid = objoid join ours on ours.oid = relnamespace where d.classoid = 'pg_class'::regclass and objsubid = 0
      ) all_lines order by line`)
    return rows.map((row) => row.line)
  })
}

async function asked<Result>(url: string, ask: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    return await ask(client)
  } finally {
    await client.end()
  }
}
