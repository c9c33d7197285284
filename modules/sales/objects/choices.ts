/** How sure a deal is counted on: from “not yet” to “ours”. */
export const forecastCategories = [
  { value: 'omitted', color: 'gray' },
  { value: 'pipeline', color: 'blue' },
  { value: 'best_case', color: 'teal' },
  { value: 'commit', color: 'lime' },
  { value: 'closed', color: 'green' },
] as const

export const stageKinds = [
  { value: 'open', color: 'blue' },
  { value: 'won', color: 'green' },
  { value: 'lost', color: 'red' },
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
