import { sql, type RawBuilder } from 'kysely'

/** The qualified table of an object: `"ws_acme"."company"`. Never by search_path. */
export function tableOf(query: { readonly schema: string }, object: string): RawBuilder<unknown> {
  return sql`${sql.id(query.schema)}.${sql.id(object)}`
}
