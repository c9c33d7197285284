import { choice } from '#platform/fields/choice/kind.ts'
import { date } from '#platform/fields/date/kind.ts'
import { datetime } from '#platform/fields/datetime/kind.ts'
import { formula } from '#platform/fields/formula/kind.ts'
import { longText } from '#platform/fields/long-text/kind.ts'
import { money } from '#platform/fields/money/kind.ts'
import { percent } from '#platform/fields/percent/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { references } from '#platform/fields/references/kind.ts'
import { tags } from '#platform/fields/tags/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { board, defineObject, table } from '#platform/objects/define-object.ts'
import { forecastCategories, opportunitySources } from './choices.ts'

/** A chance to sell something to a customer, from the first talk to won or lost. */
export const opportunityObject = defineObject('opportunity', {
  plural: 'opportunities',
  icon: 'target',
  title: 'name',
  customer: true,
  fields: {
    name: text({
      required: true,
      searchable: true,
      indexed: true,
      also_known_as: ['deal_name', 'opportunity_name', 'title'],
      help: 'Left out: the product and the company.',
    }),
    pipeline: reference('pipeline', {
      on_purge: 'restrict',
      indexed: true,
      help: 'Left out: the one of the stage, else the first.',
    }),
    stage: reference('stage', {
      on_purge: 'restrict',
      indexed: true,
      within: 'pipeline',
      also_known_as: ['deal_stage', 'sales_stage', 'status', 'phase'],
      help: 'Left out: the first of the pipeline.',
    }),
    stage_since: datetime({ label: 'In stage since', read_only: true, indexed: true }),
    product: reference('product', { indexed: true }),
    amount: money({
      min: 0,
      indexed: true,
      also_known_as: ['close_value', 'deal_value', 'value', 'deal_amount', 'revenue'],
    }),
    recurring_amount: money({ min: 0, label: 'Recurring per year' }),
    probability: percent({ min: 0, max: 1, indexed: true, help: 'Set by the stage; may be changed.' }),
    weighted_amount: formula({ formula: 'amount * probability' }),
    forecast_category: choice(forecastCategories, {
      indexed: true,
      help: 'Set by the stage; may be changed.',
    }),
    started_on: date({
      default: 'today',
      indexed: true,
      also_known_as: ['engage_date', 'start_date', 'create_date', 'opened'],
    }),
    close_on: date({ label: 'Expected close', indexed: true }),
    closed_on: date({
      indexed: true,
      also_known_as: ['close_date', 'closed_date', 'won_date'],
      visible_when: { stage: { kind: ['won', 'lost'] } },
    }),
    next_step: text(),
    contacts: references('person', { inverse: 'opportunities_as_contact' }),
    source: choice(opportunitySources, { indexed: true }),
    competitor: reference('competitor', { indexed: true }),
    loss_reason: reference('loss_reason', { indexed: true, visible_when: { stage: { kind: 'lost' } } }),
    loss_note: longText({ label: 'What happened', visible_when: { stage: { kind: 'lost' } } }),
    description: longText(),
    tags: tags({ indexed: true }),
    external_id: text({
      label: 'External id',
      also_known_as: ['opportunity_id', 'deal_id', 'id', 'record_id'],
      unique: true,
      indexed: true,
      searchable: true,
      help: 'Its id in another system.',
    }),
  },
  duplicates: [
    { match: 'exact', fields: ['external_id'] },
    { match: 'exact', fields: ['name', 'company'] },
  ],
  short_form: ['name', 'company', 'person', 'pipeline', 'stage', 'amount', 'close_on', 'owner'],
  sections: [
    {
      label: 'The deal',
      fields: [
        'name',
        'company',
        'person',
        'contacts',
        'product',
        'amount',
        'recurring_amount',
        'description',
        'tags',
      ],
    },
    {
      label: 'Where it stands',
      fields: [
        'pipeline',
        'stage',
        'stage_since',
        'probability',
        'weighted_amount',
        'forecast_category',
        'next_step',
        'close_on',
      ],
    },
    { label: 'How it ended', fields: ['closed_on', 'loss_reason', 'loss_note'] },
    { label: 'Background', fields: ['started_on', 'source', 'competitor', 'owner', 'team', 'external_id'] },
  ],
  views: [
    board('stage', {
      label: 'Board',
      fields: ['company', 'amount', 'close_on', 'next_step', 'owner'],
      where: { stage: { kind: 'open' } },
      sum: 'weighted_amount',
      sort: 'close_on',
    }),
    table(
      'open',
      ['name', 'company', 'stage', 'amount', 'weighted_amount', 'close_on', 'next_step', 'owner'],
      {
        label: 'Open',
        where: { stage: { kind: 'open' } },
        sort: 'close_on',
      },
    ),
    table('mine', ['name', 'company', 'stage', 'amount', 'close_on', 'next_step'], {
      label: 'Mine, open',
      where: { owner: 'me', stage: { kind: 'open' } },
      sort: 'close_on',
    }),
    table('overdue', ['name', 'company', 'stage', 'amount', 'close_on', 'next_step', 'owner'], {
      label: 'Overdue',
      where: { stage: { kind: 'open' }, close_on: { within: 'more than 0 days ago' } },
      sort: 'close_on',
    }),
    table('won', ['name', 'company', 'product', 'amount', 'closed_on', 'owner'], {
      label: 'Won',
      where: { stage: { kind: 'won' } },
      sort: '-closed_on',
    }),
    table('lost', ['name', 'company', 'amount', 'loss_reason', 'competitor', 'closed_on', 'owner'], {
      label: 'Lost',
      where: { stage: { kind: 'lost' } },
      sort: '-closed_on',
    }),
    table('all', ['name', 'company', 'pipeline', 'stage', 'amount', 'close_on', 'closed_on', 'owner'], {
      label: 'All opportunities',
      sort: '-created_at',
    }),
    {
      name: 'by_close',
      label: 'Calendar',
      layout: 'calendar',
      fields: ['close_on', 'company', 'amount'],
      where: { stage: { kind: 'open' } },
      group: 'close_on',
    },
  ],
})
