import { tagsBecomeKnown } from '#platform/organization/server/tags-become-known.ts'
import { teamFollowsOwner } from '#platform/organization/server/team-follows-owner.ts'
import { customerFollows } from '#platform/server/modules/customer-follows.ts'
import { defineServerModule } from '#platform/server/modules/server-module.ts'
import { sales } from '../objects/module.ts'
import { beginSales } from './begin.ts'
import { loseOpportunityDeed, reopenOpportunityDeed, winOpportunityDeed } from './close-opportunity.ts'
import { closingSetsDay, gateFieldsAreFilled, lostNeedsReason, stageSetsProbability } from './enter-stage.ts'
import { movesAreKept } from './keep-stage-history.ts'
import { unnamedOpportunityIsNamed } from './name-opportunity.ts'
import { newOpportunityGetsStage, stageFitsPipeline } from './place-opportunity.ts'
import { closedStagesAreCertain, gateFieldsExist } from './stage-rules.ts'

/** Rules run in this order: first where the opportunity stands, then what that asks for and sets. */
export const salesServer = defineServerModule({
  module: sales,
  rules: [
    teamFollowsOwner('opportunity'),
    customerFollows('opportunity'),
    tagsBecomeKnown('opportunity'),
    unnamedOpportunityIsNamed,
    newOpportunityGetsStage,
    stageFitsPipeline,
    stageSetsProbability,
    closingSetsDay,
    lostNeedsReason,
    gateFieldsAreFilled,
    movesAreKept,
    gateFieldsExist,
    closedStagesAreCertain,
  ],
  deeds: [winOpportunityDeed, loseOpportunityDeed, reopenOpportunityDeed],
  begin: beginSales,
})
