import type { Context } from '#platform/server/context.ts'
import { rule, type Rule } from '#platform/server/modules/server-module.ts'

/** Words that a record is tagged with for the first time become known tags. */
export function tagsBecomeKnown(object: string): Rule {
  return rule(object, { when: 'tags' }, async (ctx, { changes }) => {
    const given = (changes['tags'] as readonly string[] | null | undefined) ?? []
    if (given.length === 0) return
    const known = await knownTags(ctx)
    for (const name of given) {
      if (known.has(name.toLowerCase())) continue
      known.add(name.toLowerCase())
      ctx.alongside('tag', { name })
    }
  })
}

/** Known tags in lower case, with those that this change has made known. */
export async function knownTags(ctx: Context): Promise<Set<string>> {
  const kept = ctx.memo.get('organization.tags') as Set<string> | undefined
  if (kept !== undefined) return kept
  const tags = await ctx.find('tag', {}, { fields: ['name'], limit: 500 })
  const known = new Set(tags.map(({ name }) => String(name).toLowerCase()))
  ctx.memo.set('organization.tags', known)
  return known
}
