import type { JsonObject } from '#platform/objects/json.ts'
import type { Context } from '#platform/server/context.ts'
import { perform } from '#platform/server/modules/server-module.ts'
import { loseOpportunity, reopenOpportunity, winOpportunity } from '../objects/close-opportunity.ts'
import { firstStage, stageById } from './stages.ts'

export const winOpportunityDeed = perform(winOpportunity, async (ctx, { record, input }) => {
  const stage = await firstStage(ctx, record['pipeline'].id, 'won')
  return ctx.update('opportunity', record.id, { stage: stage.id, ...given(input) })
})

export const loseOpportunityDeed = perform(loseOpportunity, async (ctx, { record, input }) => {
  const stage = await firstStage(ctx, record['pipeline'].id, 'lost')
  return ctx.update('opportunity', record.id, { stage: stage.id, ...given(input) })
})

/** Back to the open stage it was in before it was closed. */
export const reopenOpportunityDeed = perform(reopenOpportunity, async (ctx, { record }) =>
  ctx.update('opportunity', record.id, {
    stage: await stageBeforeClosing(ctx, record.id, record['pipeline'].id),
  }),
)

async function stageBeforeClosing(ctx: Context, opportunity: string, pipeline: string): Promise<string> {
  const moves = await ctx
    .asSystem()
    .find('stage_change', { opportunity }, { fields: ['from_stage'], sort: '-at', limit: 20 })
  for (const { from_stage: from } of moves) {
    if (from === null) continue
    const stage = await stageById(ctx, from.id)
    if (stage.kind === 'open' && stage.pipeline.id === pipeline) return stage.id
  }
  return (await firstStage(ctx, pipeline, 'open')).id
}

/** What was given: an empty input leaves the record's own value alone. */
function given(input: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value != null)) as JsonObject
}
