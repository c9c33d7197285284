import type { JsonObject } from '#platform/objects/json.ts'
import { invalid } from '#platform/objects/problem.ts'
import { rule } from '#platform/server/modules/server-module.ts'
import { isKeepingPost, keepingPost } from './keeping-post.ts'

/** Somebody must be able to tell who it is: a family name, else a mail address, else a phone number. */
export const personIsNamed = rule('person', {}, (_ctx, { after }) => {
  const named = [after['family_name'], after['emails'], after['phones']].some(
    (value) => value != null && value.length > 0,
  )
  if (named) return
  const message = 'Give a family name, an e-mail address or a phone number.'
  throw invalid([{ field: 'family_name', code: 'required', message }])
})

/** Whoever leaves a company keeps the post there as a former position. */
export const formerPostIsKept = rule(
  'person',
  { on: ['update'], when: 'company' },
  async (ctx, { before, after, changes }) => {
    const left = before?.['company'] as string | null | undefined
    if (left == null || left === after['company']) return
    const until = ctx.now.toISOString().slice(0, 10)
    const where = { person: after['id'], company: left, primary: true }
    const [known] = await ctx.find('position', where, { fields: ['id'], limit: 1 })
    if (known !== undefined) await ctx.update('position', known.id, { primary: false, until })
    else {
      const { job_title = null, department = null } = before as Record<string, string | null>
      ctx.alongside('position', {
        person: after['id'],
        company: left,
        job_title,
        department,
        until,
        primary: false,
      })
    }
    // Title and department were those of the post that was left, unless new ones came along.
    const stale = ['job_title', 'department', 'reports_to'].filter((name) => !(name in changes))
    return Object.fromEntries(stale.map((name) => [name, null]))
  },
)

/** A new title or department at the same company is also that of the primary position, where one is kept. */
export const postFollowsPerson = rule(
  'person',
  { on: ['update'], when: ['job_title', 'department'] },
  async (ctx, { before, after, changes }) => {
    const company = after['company'] as string | null | undefined
    if (company == null || company !== before?.['company'] || isKeepingPost(ctx, after['id'])) return
    const [post] = await ctx.find(
      'position',
      { person: after['id'], company, primary: true },
      { fields: ['id'], limit: 1 },
    )
    if (post === undefined) return
    const named = ['job_title', 'department'].filter((name) => name in changes)
    const same = Object.fromEntries(named.map((name) => [name, after[name] ?? null])) as JsonObject
    await keepingPost(ctx, after['id'], () => ctx.update('position', post.id, same))
  },
)
