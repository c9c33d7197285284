import { invalid } from '#platform/objects/problem.ts'
import { rule } from '#platform/server/modules/server-module.ts'
import { defaultPipeline, firstStage, stageById } from './stages.ts'

/** A new opportunity without a stage begins in the first open one of its pipeline, else of the first pipeline. */
export const newOpportunityGetsStage = rule('opportunity', { on: ['create'] }, async (ctx, { after }) => {
  if (after['stage'] != null) return
  const pipeline = (after['pipeline'] as string | null | undefined) ?? (await defaultPipeline(ctx))
  return { pipeline, stage: (await firstStage(ctx, pipeline, 'open')).id }
})

/** Stage and pipeline fit: another pipeline begins at its first stage, another stage must be one of the pipeline. */
export const stageFitsPipeline = rule(
  'opportunity',
  { when: ['stage', 'pipeline'] },
  async (ctx, { before, after, changes }) => {
    if (after['stage'] == null) throw refused('An opportunity is always in a stage of a pipeline.')
    const stage = await stageById(ctx, after['stage'])
    if (after['pipeline'] == null) return { pipeline: stage.pipeline.id }
    if (stage.pipeline.id === after['pipeline']) return
    const moves = before !== null && 'pipeline' in changes && !('stage' in changes)
    if (moves) return { stage: (await firstStage(ctx, after['pipeline'], 'open')).id }
    throw refused(`“${stage.name}” is a stage of “${stage.pipeline.title}”, not of this pipeline.`)
  },
)

const refused = (message: string) => invalid([{ field: 'stage', code: 'stage', message }])
