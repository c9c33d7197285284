/** Lists that several objects of customers offer: one place, so that company and person speak alike. */
export const industries = [
  'agriculture',
  'automotive',
  'construction',
  'consulting',
  'education',
  'employment',
  'energy',
  'entertainment',
  'finance',
  'food',
  'government',
  'health',
  'hospitality',
  'insurance',
  'logistics',
  'manufacturing',
  'marketing',
  'media',
  'medical',
  'non_profit',
  'real_estate',
  'retail',
  'services',
  'software',
  'technology',
  'telecommunications',
  'travel',
  'other',
] as const

export const companySizes = ['1_9', '10_49', '50_249', '250_999', '1000_4999', '5000_plus'] as const

export const sources = [
  'website',
  'search',
  'recommendation',
  'trade_fair',
  'advertisement',
  'cold_call',
  'campaign',
  'partner',
  'social_media',
  'import',
  'other',
] as const

/** From first knowledge to loss: how far the relation has come. */
export const lifeCyclePhases = ['prospect', 'acquired', 'retained', 'extended', 'lapsed', 'former'] as const

export const ranks = ['a', 'b', 'c', 'd'] as const

export const creditStandings = ['excellent', 'good', 'fair', 'poor', 'unknown'] as const

export const channels = ['email', 'phone', 'mobile', 'sms', 'chat', 'letter', 'visit', 'social'] as const
