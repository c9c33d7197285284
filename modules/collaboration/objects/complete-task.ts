import { text } from '#platform/fields/text/kind.ts'
import { defineAction } from '#platform/objects/define-action.ts'

export const completeTask = defineAction('task', 'complete', {
  label: 'Done',
  icon: 'check',
  on: 'selection',
  input: { outcome: text({ max: 1000, help: 'What came of it.' }) },
  available_when: { state: 'open' },
})

export const reopenTask = defineAction('task', 'reopen', {
  label: 'Open again',
  icon: 'rotate-ccw',
  on: 'selection',
  available_when: { state: ['done', 'dropped'] },
})
