import { defineModule } from '#platform/objects/define-module.ts'
import { loseOpportunity, reopenOpportunity, winOpportunity } from './close-opportunity.ts'
import { competitorObject } from './competitor.ts'
import { lossReasonObject } from './loss-reason.ts'
import { opportunityObject } from './opportunity.ts'
import { pipelineObject } from './pipeline.ts'
import { stageChangeObject } from './stage-change.ts'
import { stageObject } from './stage.ts'

/** Winning business: opportunities on their way through a pipeline. */
export const sales = defineModule({
  name: 'sales',
  label: 'Sales',
  icon: 'target',
  objects: [
    opportunityObject,
    competitorObject,
    stageChangeObject,
    pipelineObject,
    stageObject,
    lossReasonObject,
  ],
  actions: [winOpportunity, loseOpportunity, reopenOpportunity],
})
