/** How a pipeline of the demo behaves: for each open stage how many go on to the next, and after how many days. */
export interface DemoPipeline {
  readonly key: string
  readonly name: string
  readonly deals: number
  readonly stages: readonly DemoStage[]
}

export interface DemoStage {
  readonly key: string
  readonly name: string
  readonly goOn: number
  /** Median. */
  readonly days: number
  readonly probability: number
  readonly standsStillAfter: number
  readonly gateFields?: readonly string[]
  readonly guidance: string
}

export const pipelines: readonly DemoPipeline[] = [
  {
    key: 'machines',
    name: 'Machines',
    deals: 300,
    stages: [
      {
        key: 'enquiry',
        name: 'Enquiry',
        goOn: 0.76,
        days: 6,
        probability: 0.1,
        standsStillAfter: 10,
        guidance: 'How many cups a day? Which machine is there now? Who decides?',
      },
      {
        key: 'needs',
        name: 'Needs analysis',
        goOn: 0.79,
        days: 12,
        probability: 0.25,
        standsStillAfter: 21,
        gateFields: ['contacts'],
        guidance: 'Water, power and room at the counter; drinks; who cleans.',
      },
      {
        key: 'tasting',
        name: 'Tasting',
        goOn: 0.83,
        days: 13,
        probability: 0.45,
        standsStillAfter: 21,
        guidance: 'At the showroom or at their counter, with whoever decides.',
      },
      {
        key: 'offer',
        name: 'Offer',
        goOn: 0.78,
        days: 17,
        probability: 0.6,
        standsStillAfter: 21,
        gateFields: ['amount', 'close_on'],
        guidance: 'Talk it through within three days; offer service and training with it.',
      },
      {
        key: 'negotiation',
        name: 'Negotiation',
        goOn: 0.82,
        days: 11,
        probability: 0.8,
        standsStillAfter: 14,
        gateFields: ['amount', 'close_on'],
        guidance: 'Rather add training than lower the price.',
      },
    ],
  },
  {
    key: 'service',
    name: 'Service contracts',
    deals: 100,
    stages: [
      {
        key: 'due',
        name: 'Due',
        goOn: 0.88,
        days: 12,
        probability: 0.4,
        standsStillAfter: 30,
        guidance: 'Ask how content they were before talking about money.',
      },
      {
        key: 'offered',
        name: 'Offered',
        goOn: 0.82,
        days: 10,
        probability: 0.65,
        standsStillAfter: 21,
        gateFields: ['recurring_amount'],
        guidance: 'Call after a week.',
      },
      {
        key: 'agreed',
        name: 'Agreed by word',
        goOn: 0.94,
        days: 6,
        probability: 0.9,
        standsStillAfter: 14,
        guidance: 'Send the contract the same day.',
      },
    ],
  },
]

/** How busy a month is, January first: few deals in summer and before Christmas. */
export const seasons: readonly number[] = [1, 0.95, 1.15, 1.1, 1.05, 0.9, 0.65, 0.55, 1.2, 1.4, 1.3, 0.75]

export const lossReasons: readonly (readonly [string, number])[] = [
  ['Price', 30],
  ['Competitor', 20],
  ['Timing', 16],
  ['No budget', 12],
  ['No decision', 14],
  ['No need', 5],
  ['Missing feature', 3],
]

export const competitors: readonly (readonly [string, string, string])[] = [
  ['Vaporetta', 'Quick delivery, low prices.', 'Service only by phone.'],
  ['Tre Gruppi', 'Well known among baristas.', 'Long waits for parts.'],
  ['Nordbrew', 'Fully automatic, rents out.', 'No machines for baristas.'],
]
