import { sql } from 'kysely'
import type { Context } from '#platform/server/context.ts'
import { rule, type Rule } from '#platform/server/modules/server-module.ts'
import { tableOf } from '#platform/server/records/table.ts'

/** Words that a record is tagged with for the first time become known tags; known ones are written as they are known. */
export function tagsBecomeKnown(object: string): Rule {
  return rule(object, { when: 'tags' }, async (ctx, { changes }) => {
    const given = (changes['tags'] as readonly string[] | null | undefined) ?? []
    if (given.length === 0) return
    const known = await knownTags(ctx)
    const tags = given.map((name) => {
      const as = known.get(name.toLowerCase())
      if (as !== undefined) return as
      known.set(name.toLowerCase(), name)
      ctx.alongside('tag', { name })
      return name
    })
    return { tags }
  })
}

/** How each tag is written, by its letters in lower case; with those that this change has made known. */
export async function knownTags(ctx: Context): Promise<Map<string, string>> {
  const kept = ctx.memo.get('organization.tags') as Map<string, string> | undefined
  if (kept !== undefined) return kept
  const { rows } = await sql<{ name: string }>`
    select name from ${tableOf(ctx.workspace, 'tag')} where deleted_at is null`.execute(ctx.db)
  const known = new Map(rows.map(({ name }) => [name.toLowerCase(), name]))
  ctx.memo.set('organization.tags', known)
  return known
}
