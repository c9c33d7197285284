import { perform } from '#platform/server/modules/server-module.ts'
import { completeTask, reopenTask } from '../objects/complete-task.ts'
import { nextDue } from './next-due.ts'

/** Done; where the task repeats, the next one is made for the same person. */
export const completeTaskDeed = perform(completeTask, async (ctx, { record, input }) => {
  const done = await ctx.update('task', record.id, {
    state: 'done',
    ...(input.outcome === null ? {} : { outcome: input.outcome }),
  })
  const repeat = record['repeat'] as string | null
  if (repeat === null) return done
  const links = ['company', 'person', 'opportunity', 'owner', 'team'].map((name) => [
    name,
    record[name]?.id ?? null,
  ])
  const kept = ['subject', 'kind', 'priority', 'description', 'repeat'].map((name) => [name, record[name]])
  const due_at = nextDue(record['due_at'] as string | null, repeat, ctx.now, ctx.actor.zone)
  await ctx.create('task', { ...Object.fromEntries([...kept, ...links]), due_at })
  return done
})

export const reopenTaskDeed = perform(reopenTask, (ctx, { record }) =>
  ctx.update('task', record.id, { state: 'open' }),
)
