/** How sure a deal is counted on: from “not yet” to “ours”. */
export const forecastCategories = [
  { value: 'omitted', colour: 'gray' },
  { value: 'pipeline', colour: 'blue' },
  { value: 'best_case', colour: 'teal' },
  { value: 'commit', colour: 'lime' },
  { value: 'closed', colour: 'green' },
] as const

export const stageKinds = [
  { value: 'open', colour: 'blue' },
  { value: 'won', colour: 'green' },
  { value: 'lost', colour: 'red' },
] as const

/** Through what a chance to sell came up. */
export const opportunitySources = [
  'website',
  'recommendation',
  'trade_fair',
  'existing_customer',
  'cold_call',
  'campaign',
  'partner',
  'tender',
  'other',
] as const
