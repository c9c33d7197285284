import { address } from '#platform/fields/address/kind.ts'
import { boolean } from '#platform/fields/boolean/kind.ts'
import { choice } from '#platform/fields/choice/kind.ts'
import { emails } from '#platform/fields/emails/kind.ts'
import { longText } from '#platform/fields/long-text/kind.ts'
import { money } from '#platform/fields/money/kind.ts'
import { number } from '#platform/fields/number/kind.ts'
import { phones } from '#platform/fields/phones/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { rollup } from '#platform/fields/rollup/kind.ts'
import { tags } from '#platform/fields/tags/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { url } from '#platform/fields/url/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'
import { companySizes, creditStandings, industries, lifeCyclePhases, ranks, sources } from './choices.ts'

/** A firm, authority or association that is a customer, might become one, or matters otherwise. */
export const companyObject = defineObject('company', {
  plural: 'companies',
  icon: 'building-2',
  title: 'name',
  is_customer: true,
  fields: {
    name: text({
      required: true,
      searchable: true,
      indexed: true,
      also_known_as: ['account', 'account_name', 'customer', 'organization', 'firma'],
    }),
    domain: text({
      unique: true,
      indexed: true,
      searchable: true,
      help: 'Where its mail comes from, as in “example.com”. No two companies have the same.',
    }),
    parent: reference('company', {
      label: 'Subsidiary of',
      also_known_as: ['parent_company', 'parent_account', 'subsidiary_of'],
      inverse: 'subsidiaries',
      indexed: true,
    }),
    industry: choice(industries, { indexed: true, also_known_as: ['sector', 'branch', 'branche'] }),
    size: choice(companySizes, { label: 'Size (employees)', indexed: true }),
    employees: number({ decimals: 0, min: 0, indexed: true }),
    annual_revenue: money({ min: 0, indexed: true, also_known_as: ['revenue', 'turnover', 'umsatz'] }),
    founded: number({
      label: 'Founded (year)',
      also_known_as: ['year_established', 'founded', 'year_founded'],
      decimals: 0,
      min: 1000,
      max: 2200,
      ungrouped: true,
    }),
    phones: phones({ searchable: true, indexed: true }),
    emails: emails({ label: 'E-mails', searchable: true, indexed: true }),
    website: url(),
    billing_address: address({ indexed: true }),
    shipping_address: address(),
    description: longText(),
    tags: tags({ indexed: true }),
    source: choice(sources, { indexed: true, help: 'How we came to know it.' }),
    life_cycle_phase: choice(lifeCyclePhases, { default: 'prospect', indexed: true }),
    rank: choice(ranks, { indexed: true, help: 'A: most worth our time.' }),
    actual_value: money({ indexed: true, help: 'What it is worth to us per year today.' }),
    potential_value: money({ indexed: true, help: 'What it could be worth per year.' }),
    credit_standing: choice(creditStandings),
    is_customer: boolean({ label: 'Customer', default: false, indexed: true }),
    is_partner: boolean({ label: 'Partner', default: false }),
    is_supplier: boolean({ label: 'Supplier', default: false }),
    is_competitor: boolean({ label: 'Competitor', default: false }),
    external_id: text({
      label: 'External id',
      unique: true,
      indexed: true,
      help: 'Its id in another system.',
    }),
    open_opportunities: rollup({
      of: 'opportunities',
      fn: 'count',
      where: { stage: { kind: 'open' } },
    }),
    open_value: rollup({
      of: 'opportunities',
      fn: 'sum',
      field: 'amount',
      where: { stage: { kind: 'open' } },
    }),
    won_value: rollup({
      of: 'opportunities',
      fn: 'sum',
      field: 'amount',
      where: { stage: { kind: 'won' } },
    }),
    won_opportunities: rollup({
      of: 'opportunities',
      fn: 'count',
      where: { stage: { kind: 'won' } },
    }),
    last_interaction_at: rollup({ label: 'Last interaction', of: 'interactions', fn: 'max', field: 'at' }),
  },
  duplicates: [
    { match: 'exact', fields: ['domain'] },
    { match: 'exact', fields: ['external_id'] },
    { match: 'similar', fields: ['name'] },
  ],
  short_form: ['name', 'domain', 'industry', 'phones', 'billing_address', 'owner'],
  sections: [
    {
      label: 'Who it is',
      fields: ['name', 'domain', 'parent', 'industry', 'size', 'employees', 'founded', 'description', 'tags'],
    },
    {
      label: 'How to reach it',
      fields: ['phones', 'emails', 'website', 'billing_address', 'shipping_address'],
    },
    {
      label: 'What it is to us',
      fields: [
        'life_cycle_phase',
        'rank',
        'is_customer',
        'is_partner',
        'is_supplier',
        'is_competitor',
        'source',
        'owner',
        'team',
      ],
    },
    {
      label: 'Worth',
      fields: [
        'open_opportunities',
        'open_value',
        'won_opportunities',
        'won_value',
        'actual_value',
        'potential_value',
        'annual_revenue',
        'credit_standing',
        'last_interaction_at',
      ],
    },
  ],
  views: [
    table('all', ['name', 'industry', 'life_cycle_phase', 'rank', 'open_value', 'won_value', 'owner'], {
      label: 'All companies',
      sort: 'name',
    }),
    table('mine', ['name', 'industry', 'rank', 'open_opportunities', 'open_value', 'last_interaction_at'], {
      label: 'My companies',
      where: { owner: 'me' },
      sort: 'name',
    }),
    table('customers', ['name', 'rank', 'won_value', 'open_value', 'billing_address', 'owner'], {
      label: 'Customers',
      where: { is_customer: true },
      sort: 'name',
    }),
    table('newest', ['name', 'domain', 'source', 'owner', 'created_at'], {
      label: 'Newest',
      sort: '-created_at',
    }),
  ],
})
