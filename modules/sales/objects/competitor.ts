import { longText } from '#platform/fields/long-text/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { url } from '#platform/fields/url/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** Who else bids for our customers, and how they do it. */
export const competitorObject = defineObject('competitor', {
  plural: 'competitors',
  icon: 'swords',
  title: 'name',
  owned: false,
  fields: {
    name: text({ required: true, unique: true, searchable: true, indexed: true }),
    website: url(),
    company: reference('company', {
      inverse: 'as_competitor',
      help: 'Its record among the companies, if there is one.',
    }),
    strengths: longText(),
    weaknesses: longText(),
    prices_seen: longText({ help: 'Where, when and for what.' }),
  },
  duplicates: [{ match: 'similar', fields: ['name'] }],
  short_form: ['name', 'website'],
  views: [
    table('all', ['name', 'website', 'strengths', 'weaknesses'], { label: 'Competitors', sort: 'name' }),
  ],
})
