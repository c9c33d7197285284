import { sql } from 'kysely'
import { invalid } from '#platform/objects/problem.ts'
import { tableOf } from '../records/table.ts'
import { rule, type Rule } from './server-module.ts'

/**
 * A rule for a reference by which records of an object form a tree: none may stand above itself.
 *
 * @throws Problem 422 with the message on the field
 * @example noCycle('team', 'parent', 'A team cannot be part of itself.')
 */
export function noCycle(object: string, field: string, message: string): Rule {
  return rule(object, { when: field }, async (ctx, { after, changes }) => {
    const above = changes[field] as string | null | undefined
    if (above == null) return
    const table = tableOf(ctx.workspace, object)
    const { rows } = await sql`
      with recursive line(id) as (
        select ${above}::uuid
        union
        select t.${sql.id(field)} from ${table} t join line on t.id = line.id where t.${sql.id(field)} is not null)
      select 1 from line where id = ${after['id']}::uuid`.execute(ctx.db)
    if (rows.length > 0) throw invalid([{ field, code: 'cycle', message }])
  })
}
