import type { JsonObject } from '#platform/objects/json.ts'
import { rule } from '#platform/server/modules/server-module.ts'
import { isKeepingPost, keepingPost } from './keeping-post.ts'

/** A position that has ended is not the primary one. */
export const endedPositionIsNotPrimary = rule(
  'position',
  { when: ['until', 'primary'] },
  (ctx, { after }) => {
    const until = after['until'] as string | null | undefined
    return until != null && until < ctx.now.toISOString().slice(0, 10) && after['primary'] === true
      ? { primary: false }
      : undefined
  },
)

/** The primary position is where the person works: company, title and department of both are equal. */
export const primaryPositionIsTheJob = rule(
  'position',
  { when: ['primary', 'company', 'job_title', 'department', 'person'] },
  async (ctx, { after }) => {
    if (after['primary'] !== true || isKeepingPost(ctx, after['person'])) return
    const person = await ctx.read('person', after['person'], ['company', 'job_title', 'department'])
    const changes: JsonObject = {
      ...(person['company']?.id === after['company'] ? {} : { company: after['company'] }),
      ...(person['job_title'] === (after['job_title'] ?? null)
        ? {}
        : { job_title: after['job_title'] ?? null }),
      ...(person['department'] === (after['department'] ?? null)
        ? {}
        : { department: after['department'] ?? null }),
    }
    if (Object.keys(changes).length === 0) return
    await keepingPost(ctx, after['person'], () => ctx.update('person', after['person'], changes))
  },
)

/** A person has one primary position: a new one takes the place of the old. */
export const onePrimaryPosition = rule('position', { when: 'primary' }, async (ctx, { before, after }) => {
  if (after['primary'] !== true || before?.['primary'] === true) return
  const where = { person: after['person'], primary: true, id: { ne: after['id'] } }
  const [other] = await ctx.find('position', where, { fields: ['id'], limit: 1 })
  if (other !== undefined) await ctx.update('position', other.id, { primary: false })
})
