import { defineModule } from '#platform/objects/define-module.ts'
import { completeTask, reopenTask } from './complete-task.ts'
import { interactionObject } from './interaction.ts'
import { taskObject } from './task.ts'

/** Working together: what is to be done, and what was said to whom. */
export const collaboration = defineModule({
  name: 'collaboration',
  label: 'Work',
  icon: 'messages-square',
  objects: [taskObject, interactionObject],
  actions: [completeTask, reopenTask],
})
