import { teamFollowsOwner } from '#platform/organization/server/team-follows-owner.ts'
import { customerFollows } from '#platform/server/modules/customer-follows.ts'
import { defineServerModule } from '#platform/server/modules/server-module.ts'
import { collaboration } from '../objects/module.ts'
import { completeTaskDeed, reopenTaskDeed } from './complete-task.ts'
import { interactionHasHappened } from './interaction-rules.ts'
import { doneIsDated } from './task-rules.ts'

export const collaborationServer = defineServerModule({
  module: collaboration,
  rules: [
    teamFollowsOwner('task'),
    customerFollows('task', 'opportunity'),
    doneIsDated,
    teamFollowsOwner('interaction'),
    customerFollows('interaction', 'opportunity'),
    interactionHasHappened,
  ],
  deeds: [completeTaskDeed, reopenTaskDeed],
})
