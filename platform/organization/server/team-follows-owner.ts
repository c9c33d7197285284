import { rule, type Rule } from '#platform/server/modules/server-module.ts'

/** A rule for objects with an owner: where no team is named, the record belongs to the team of its owner. */
export function teamFollowsOwner(object: string): Rule {
  return rule(object, { when: 'owner' }, async (ctx, { before, after, changes }) => {
    const owner = after['owner'] as string | null | undefined
    if (owner == null || changes['team'] != null || owner === before?.['owner']) return
    const { team } = await ctx.read('user', owner, ['team'])
    return { team: (team as { readonly id: string } | null)?.id ?? null }
  })
}
