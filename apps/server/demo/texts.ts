type Saying = readonly [subject: string, body: string]

/** What people write down about a deal, by what is going on. `{product}` and `{person}` are filled in. */
export const sayings: Readonly<Record<'first' | 'open' | 'won' | 'lost' | 'service', readonly Saying[]>> = {
  first: [
    [
      'Enquiry through the website',
      'Asks for an offer for the {product}. Has a machine that is eight years old.',
    ],
    [
      'Call: looking for a new machine',
      'Two locations, wants the same machine in both. Decides together with the partner.',
    ],
    ['Met at the trade fair', 'Tried the {product} at our stand. Liked the steam, asked about the warranty.'],
    ['Recommended by a customer', 'Heard about us from a café near by. Wants to see one in use.'],
  ],
  open: [
    [
      'Call about the next step',
      'Budget is there this quarter. {person} talks to the owner and comes back to us.',
    ],
    ['Sent the details of the {product}', 'Power, water and size. The counter has to be rebuilt by 12 cm.'],
    ['Tasting at our showroom', 'Three people, two hours. The flat white convinced them.'],
    ['Visit on site', 'Water is very hard: needs a filter. Took the measures of the counter.'],
    ['Question about leasing', 'Would rather pay monthly. Sent the 48-month model.'],
    ['Call: comparing offers', 'Has another offer that is 8 % below ours, without service.'],
    ['Talked about the service contract', 'Wants a loan machine within a day. Care Complete fits.'],
  ],
  won: [
    ['Order confirmed', 'Signed today. Delivery in four weeks, training on the same day.'],
    ['They said yes', 'Happy with the price. Wants the copper finish.'],
  ],
  lost: [
    ['Went with someone else', 'Friendly call. Open to talk again when the second location opens.'],
    ['Put off for now', 'The rebuilding has been stopped. Call again in half a year.'],
  ],
  service: [
    [
      'Reminder: the contract ends',
      'Was content with the last visit. Asks for a better price for two machines.',
    ],
    ['Call about renewal', 'Wants to move from Basic to Complete.'],
  ],
}

export const outcomes: readonly string[] = [
  'Reached, goes well',
  'Left a message',
  'Sent what was asked for',
  'Appointment made',
  'Wants to think it over',
]

export const nextSteps: readonly string[] = [
  'Call back about the budget',
  'Send the offer',
  'Arrange a tasting',
  'Measure the counter',
  'Talk to the owner',
  'Clarify the leasing',
  'Agree on a delivery date',
  'Follow up on the offer',
  'Invite to the showroom',
]

export const taskKinds = [
  ['call', 'Call {person}'],
  ['email', 'Send details of the {product}'],
  ['offer', 'Write the offer for {company}'],
  ['follow_up', 'Follow up with {person}'],
  ['meeting', 'Tasting with {company}'],
  ['visit', 'Visit {company}'],
] as const

export const lossNotes: readonly string[] = [
  'Cheaper by a tenth, and could deliver at once.',
  'The owner changed, everything is on hold.',
  'Keeps the old machine for another year.',
  'Chose a fully automatic one from another maker.',
  'Nobody answered any more after the offer.',
]

export const companyTags: readonly string[] = [
  'trade fair',
  'newsletter',
  'leasing',
  'chain',
  'reference',
  'hard water',
  'vegan',
  'late payer',
  'design',
]

export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '')
}
