import { date } from '#platform/fields/date/kind.ts'
import { longText } from '#platform/fields/long-text/kind.ts'
import { money } from '#platform/fields/money/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { defineAction } from '#platform/objects/define-action.ts'

export const winOpportunity = defineAction('opportunity', 'win', {
  label: 'Mark as won',
  icon: 'trophy',
  on: 'selection',
  input: {
    closed_on: date({ label: 'Won on', default: 'today' }),
    amount: money({ min: 0, help: 'Left out: as it stands.' }),
  },
  available_when: { stage: { kind: 'open' } },
})

export const loseOpportunity = defineAction('opportunity', 'lose', {
  label: 'Mark as lost',
  icon: 'circle-x',
  on: 'selection',
  input: {
    loss_reason: reference('loss_reason', { required: true }),
    competitor: reference('competitor', { help: 'Who got it, if known.' }),
    closed_on: date({ label: 'Lost on', default: 'today' }),
    loss_note: longText({ label: 'What happened' }),
  },
  available_when: { stage: { kind: 'open' } },
})

export const reopenOpportunity = defineAction('opportunity', 'reopen', {
  label: 'Reopen',
  icon: 'rotate-ccw',
  on: 'selection',
  available_when: { stage: { kind: ['won', 'lost'] } },
})
