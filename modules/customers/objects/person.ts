import { address } from '#platform/fields/address/kind.ts'
import { boolean } from '#platform/fields/boolean/kind.ts'
import { choice } from '#platform/fields/choice/kind.ts'
import { date } from '#platform/fields/date/kind.ts'
import { emails } from '#platform/fields/emails/kind.ts'
import { formula } from '#platform/fields/formula/kind.ts'
import { image } from '#platform/fields/image/kind.ts'
import { longText } from '#platform/fields/long-text/kind.ts'
import { money } from '#platform/fields/money/kind.ts'
import { phones } from '#platform/fields/phones/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { rollup } from '#platform/fields/rollup/kind.ts'
import { tags } from '#platform/fields/tags/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'
import { channels, lifeCyclePhases, ranks, salutations, sources } from './choices.ts'

/** A human being: a contact at a company, or a customer in their own right. */
export const personObject = defineObject('person', {
  plural: 'people',
  label: 'Person',
  plural_label: 'People',
  icon: 'user',
  title: 'name',
  is_customer: true,
  fields: {
    name: formula({
      formula:
        "coalesce(nullif(trim(concat(given_name, ' ', family_name)), ''), emails.primary, phones.primary)",
      stored: true,
      searchable: true,
      indexed: true,
    }),
    salutation: choice(salutations),
    given_name: text({ label: 'Given name', searchable: true }),
    family_name: text({ label: 'Family name', searchable: true, indexed: true }),
    company: reference('company', {
      inverse: 'people',
      indexed: true,
      help: 'Where they work now. Former and further ones are kept as positions.',
    }),
    job_title: text({ searchable: true }),
    department: text(),
    reports_to: reference('person', { label: 'Reports to', inverse: 'reports' }),
    emails: emails({ label: 'E-mails', searchable: true, indexed: true }),
    phones: phones({ searchable: true, indexed: true }),
    address: address(),
    picture: image(),
    language: text({ max: 35, help: 'As in “en” or “pt-BR”.' }),
    time_zone: text({ max: 64 }),
    birthday: date(),
    preferred_channel: choice(channels),
    preferred_hours: text({ help: 'When they like to be reached, as in “mornings, not on Fridays”.' }),
    do_not_contact: boolean({
      default: false,
      indexed: true,
      help: 'No mail, no call, no letter, whatever the reason.',
    }),
    description: longText(),
    tags: tags({ indexed: true }),
    source: choice(sources, { indexed: true, help: 'How we came to know them.' }),
    life_cycle_phase: choice(lifeCyclePhases, { default: 'prospect', indexed: true }),
    rank: choice(ranks, { indexed: true, help: 'A: most worth our time.' }),
    actual_value: money({ help: 'What they are worth to us per year today.' }),
    potential_value: money({ help: 'What they could be worth per year.' }),
    external_id: text({
      label: 'External id',
      unique: true,
      indexed: true,
      help: 'Their id in another system.',
    }),
    open_opportunities: rollup({ of: 'opportunities', fn: 'count', where: { stage: { kind: 'open' } } }),
    won_value: rollup({ of: 'opportunities', fn: 'sum', field: 'amount', where: { stage: { kind: 'won' } } }),
    last_interaction_at: rollup({ label: 'Last interaction', of: 'interactions', fn: 'max', field: 'at' }),
  },
  duplicates: [
    { match: 'exact', fields: ['emails'] },
    { match: 'exact', fields: ['phones'] },
    { match: 'exact', fields: ['external_id'] },
    { match: 'similar', fields: ['name', 'company'] },
  ],
  short_form: ['given_name', 'family_name', 'company', 'job_title', 'emails', 'phones', 'owner'],
  sections: [
    {
      label: 'Who it is',
      fields: [
        'salutation',
        'given_name',
        'family_name',
        'company',
        'job_title',
        'department',
        'reports_to',
        'picture',
        'tags',
      ],
    },
    {
      label: 'How to reach them',
      fields: [
        'emails',
        'phones',
        'address',
        'preferred_channel',
        'preferred_hours',
        'do_not_contact',
        'language',
        'time_zone',
      ],
    },
    {
      label: 'What they are to us',
      fields: [
        'life_cycle_phase',
        'rank',
        'source',
        'owner',
        'team',
        'open_opportunities',
        'won_value',
        'last_interaction_at',
      ],
    },
    { label: 'More', fields: ['birthday', 'actual_value', 'potential_value', 'description', 'external_id'] },
  ],
  views: [
    table('all', ['name', 'company', 'job_title', 'emails', 'phones', 'owner'], {
      label: 'All people',
      sort: 'name',
    }),
    table('mine', ['name', 'company', 'job_title', 'emails', 'phones', 'last_interaction_at'], {
      label: 'My people',
      where: { owner: 'me' },
      sort: 'name',
    }),
    table('without_company', ['name', 'emails', 'phones', 'address', 'life_cycle_phase', 'owner'], {
      label: 'Private customers',
      where: { company: { empty: true } },
      sort: 'name',
    }),
    table('newest', ['name', 'company', 'source', 'owner', 'created_at'], {
      label: 'Newest',
      sort: '-created_at',
    }),
  ],
})
