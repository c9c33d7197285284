import { rule } from '#platform/server/modules/server-module.ts'

/** Done is dated; open again is not. */
export const doneIsDated = rule('task', { when: 'state' }, (ctx, { before, after }) => {
  if (after['state'] === before?.['state']) return
  return { done_at: after['state'] === 'done' ? ctx.now.toISOString() : null }
})
