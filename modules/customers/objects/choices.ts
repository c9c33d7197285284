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

/** By number of employees, as statistics cut it. */
export const companySizes = [
  { value: 'up_to_9', label: 'up to 9' },
  { value: 'up_to_49', label: '10 to 49' },
  { value: 'up_to_249', label: '50 to 249' },
  { value: 'up_to_999', label: '250 to 999' },
  { value: 'up_to_4999', label: '1,000 to 4,999' },
  { value: 'from_5000', label: '5,000 and more' },
] as const

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
export const lifeCyclePhases = [
  { value: 'prospect', color: 'gray' },
  { value: 'acquired', color: 'blue' },
  { value: 'retained', color: 'teal' },
  { value: 'extended', color: 'green' },
  { value: 'lapsed', color: 'orange' },
  { value: 'former', color: 'red' },
] as const

/** How much of our time a customer is worth. */
export const ranks = [
  { value: 'a', label: 'A', color: 'green' },
  { value: 'b', label: 'B', color: 'blue' },
  { value: 'c', label: 'C', color: 'gray' },
  { value: 'd', label: 'D', color: 'gray' },
] as const

export const creditStandings = [
  { value: 'excellent', color: 'green' },
  { value: 'good', color: 'teal' },
  { value: 'fair', color: 'yellow' },
  { value: 'poor', color: 'red' },
  { value: 'unknown', color: 'gray' },
] as const

export const channels = [
  { value: 'email', label: 'E-mail' },
  'phone',
  'mobile',
  { value: 'sms', label: 'SMS' },
  'chat',
  'letter',
  'visit',
  'social',
] as const

export const salutations = [
  { value: 'ms', label: 'Ms' },
  { value: 'mr', label: 'Mr' },
  { value: 'mx', label: 'Mx' },
  { value: 'dr', label: 'Dr' },
  { value: 'prof', label: 'Prof.' },
] as const
