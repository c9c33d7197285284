import type { App } from '#platform/server/app.ts'
import { fullAccess } from '#platform/server/access/role-access.ts'
import { contextFor, systemActor } from '#platform/server/actions/context-for.ts'
import type { Actor, Context, Workspace } from '#platform/server/context.ts'
import { enterAccount } from '#platform/server/identity/accounts.ts'
import { newWorkspace } from '#platform/server/identity/first-workspace.ts'
import { hashPassword } from '#platform/server/identity/password.ts'
import { purgeRecords, removeRecords } from '#platform/server/records/remove-records.ts'
import { ensureLogPartitions } from '#platform/server/schema/log-partitions.ts'
import { calendarUpTo } from './calendar.ts'
import { emailOf, firmName, users } from './firm.ts'
import { playStory, type Ids } from './play-story.ts'
import { tellStory } from './tell-story.ts'

/** How to enter the demo company. Its other people sign in with the same password, as `ida@example.com` and so on. */
export const demoSignIn = { email: 'demo@example.com', password: 'coffee-break' } as const

const settings = {
  currency: 'EUR',
  zone: 'Europe/Berlin',
  locale: 'en-GB',
  country: 'DE',
  fiscal_start: 1,
  week_start: 1,
}

/**
 * Makes the workspace `demo` with a company that has worked with Rapport for a year, whole or not at all. The same
 * every time, but for its dates, which end today.
 */
export async function seedDemo(app: App, now = new Date()): Promise<Workspace> {
  const owner = users[0]!
  const firm = { workspace: firmName, slug: 'demo', name: owner.name, ...demoSignIn, settings }
  const { workspace } = await newWorkspace(app, firm, async (ctx, id) => {
    const calendar = calendarUpTo(now, settings.zone)
    await ensureLogPartitions(ctx.db, ctx.workspace.schema, calendar.at(0, 0), now)
    await removeUsualPipeline(ctx)
    const ids: Ids = new Map([[`user ${owner.key}`, id], ...(await refsOf(ctx))])
    const memo = new Map<string, unknown>()
    const contextOf = (by: string, at: Date): Context =>
      contextFor(
        app,
        ctx.workspace,
        by === 'system' ? systemActor(ctx.workspace) : actorOf(by, ids),
        'demo',
        { db: ctx.db, now: at, memo },
      )
    await playStory(tellStory(calendar), calendar, ids, contextOf)
    await letIn(ctx, ids)
  })
  return workspace
}

/** The firm sells in two ways of its own; the pipeline that every workspace begins with would stand in between. */
async function removeUsualPipeline(ctx: Context): Promise<void> {
  for (const object of ['stage', 'pipeline']) {
    const found = await ctx.find(object, {}, { fields: ['id'], limit: 500 })
    const ids = found.map(({ id }) => id)
    await removeRecords(ctx, object, ids)
    await purgeRecords(ctx, object, ids)
  }
}

/** What every workspace begins with, by name. */
async function refsOf(ctx: Context): Promise<[string, string][]> {
  const refs: [string, string][] = []
  for (const object of ['role', 'loss_reason', 'relationship_kind']) {
    for (const { id, name } of await ctx.find(object, {}, { fields: ['name'], limit: 500 }))
      refs.push([`${object} ${name}`, id])
  }
  return refs
}

/** Writes as this person, unhindered: what somebody could not have done does not happen in the story. */
function actorOf(by: string, ids: Ids): Actor {
  const { name } = users.find((user) => user.key === by)!
  return {
    kind: 'person',
    id: ids.get(`user ${by}`)!,
    name,
    zone: settings.zone,
    locale: settings.locale,
    teams: [],
    access: fullAccess,
  }
}

async function letIn(ctx: Context, ids: Ids): Promise<void> {
  const hash = await hashPassword(demoSignIn.password)
  for (const user of users.slice(1)) {
    await enterAccount(ctx.db, {
      workspace: ctx.workspace,
      user: ids.get(`user ${user.key}`)!,
      name: user.name,
      email: emailOf(user),
      hash,
    })
  }
}
