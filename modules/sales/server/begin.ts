import type { Context } from '#platform/server/context.ts'
import { createRecords } from '#platform/server/records/create-records.ts'

/** A new workspace can sell from its first minute: one usual pipeline, and the usual reasons why deals are lost. */
export async function beginSales(ctx: Context): Promise<void> {
  const pipeline = await ctx.create('pipeline', {
    name: 'Sales',
    order: 1,
    description: 'From the first talk to the order.',
  })
  await createRecords(
    ctx,
    'stage',
    stages.map((stage, index) => ({ ...stage, pipeline: pipeline.id, order: index + 1 })),
  )
  await createRecords(
    ctx,
    'loss_reason',
    lossReasons.map(([name, description]) => ({ name, description })),
  )
}

const stages = [
  {
    name: 'Qualification',
    kind: 'open',
    probability: 0.1,
    stands_still_after: 14,
    guidance: 'Is there a need, a budget, and someone who decides? By when?',
  },
  {
    name: 'Needs analysis',
    kind: 'open',
    probability: 0.3,
    stands_still_after: 21,
    guidance: 'What do they want to be different afterwards, and how would they notice?',
  },
  {
    name: 'Proposal',
    kind: 'open',
    probability: 0.6,
    stands_still_after: 21,
    gate_fields: ['amount', 'close_on'],
    guidance: 'Talk the proposal through with whoever decides; agree on the next step before you leave.',
  },
  {
    name: 'Negotiation',
    kind: 'open',
    probability: 0.8,
    stands_still_after: 14,
    guidance: 'What is still in the way of a signature?',
  },
  { name: 'Won', kind: 'won' },
  { name: 'Lost', kind: 'lost' },
]

const lossReasons = [
  ['Price', 'Too expensive, or someone else was cheaper.'],
  ['Competitor', 'Someone else had the better offer.'],
  ['Timing', 'Not now; worth asking again.'],
  ['No budget', 'Wanted it, could not pay for it.'],
  ['No need', 'It turned out that it is not needed.'],
  ['No decision', 'Nobody decided, or nobody answered any more.'],
  ['Missing feature', 'We do not have what they need.'],
] as const
