import { rule } from '#platform/server/modules/server-module.ts'

/** Every move from stage to stage is kept, with how long the deal had been where it was. */
export const movesAreKept = rule('opportunity', { when: 'stage' }, (ctx, { before, after }) => {
  if (before !== null && before['stage'] === after['stage']) return
  const since = before?.['stage_since'] as string | null | undefined
  ctx.alongside('stage_change', {
    opportunity: after['id'],
    from_stage: before?.['stage'] ?? null,
    to_stage: after['stage'],
    at: ctx.now.toISOString(),
    lasted: since == null ? null : Math.max(0, Math.round((ctx.now.getTime() - Date.parse(since)) / 1000)),
    amount: after['amount'] ?? null,
  })
  return { stage_since: ctx.now.toISOString() }
})
